using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using Vigilant.Domain;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;
using Vigilant.Domain.Schedules;
using Vigilant.Server.Hosting.Http;

namespace Vigilant.Server.Runs.Queries;

/// <summary>Reads a filter from the query of an address. What is not understood is refused: a filter that is not applied shows too much.</summary>
static class RunFilterReader
{
    static readonly string[] OfPages = ["limit", "cursor"];

    static readonly Dictionary<string, Action<RunFilter, string, Action<string>>> Filters = new()
    {
        ["state"] = ReadState,
        ["job"] = (filter, value, complain) => ReadJob(filter, value, complain),
        ["service"] = (filter, value, _) => filter.Services.Add(value),
        ["environment"] = (filter, value, _) => filter.Environments.Add(value),
        ["caller_id"] = (filter, value, _) => filter.CallerId = value,
        ["resource"] = (filter, value, complain) => ReadResource(filter, value, complain),
        ["argument"] = (filter, value, complain) => ReadNamed(filter, "arguments", "argument", value, complain),
        ["label"] = (filter, value, complain) => ReadNamed(filter, "labels", "label", value, complain),
        ["provider_id"] = Kept("provider_id"),
        ["correlation_id"] = Kept("correlation_id"),
        ["host"] = Kept("host"),
        ["queue"] = Kept("queue"),
        ["runner"] = Kept("runner"),
        ["trace_id"] = Kept("trace_id"),
        ["parent_id"] = Kept("parent_id"),
        ["retry_of"] = Kept("retry_of"),
        ["kill_requested"] = ReadKillRequested,
        ["retry_requested"] = ReadRetryRequested,
        ["error"] = (filter, value, _) => filter.Error = value,
        ["created_after"] = (filter, value, complain) => filter.CreatedAfter = Time(value, complain),
        ["created_before"] = (filter, value, complain) => filter.CreatedBefore = Time(value, complain),
        ["queued_after"] = (filter, value, complain) => filter.QueuedAfter = Time(value, complain),
        ["queued_before"] = (filter, value, complain) => filter.QueuedBefore = Time(value, complain),
        ["started_after"] = (filter, value, complain) => filter.StartedAfter = Time(value, complain),
        ["started_before"] = (filter, value, complain) => filter.StartedBefore = Time(value, complain),
        ["ended_after"] = (filter, value, complain) => filter.EndedAfter = Time(value, complain),
        ["ended_before"] = (filter, value, complain) => filter.EndedBefore = Time(value, complain),
        ["kill_requested_after"] = (filter, value, complain) => filter.KillRequestedAfter = Time(value, complain),
        ["kill_requested_before"] = (filter, value, complain) => filter.KillRequestedBefore = Time(value, complain),
        ["duration_over"] = (filter, value, complain) => filter.DurationOver = Length(value, complain),
        ["duration_under"] = (filter, value, complain) => filter.DurationUnder = Length(value, complain),
        ["attempt"] = (filter, value, complain) => filter.Attempt = Whole(value, complain),
        ["order"] = ReadOrder,
    };

    static readonly string[] Lists = ["state", "job", "service", "environment"];

    public static RunFilter Read(IEnumerable<KeyValuePair<string, StringValues>> query, FieldErrors errors)
    {
        var filter = new RunFilter();
        foreach (var (name, values) in query)
        {
            if (Filters.TryGetValue(name, out var read))
            {
                foreach (var value in Each(name, values))
                {
                    read(filter, value, why => errors.Add(name, why));
                }
            }
            else if (!OfPages.Contains(name))
            {
                errors.Add(name, Likeness.Closest(name, Filters.Keys.Concat(OfPages)) is { } meant
                    ? $"is not a filter; did you mean {meant}?"
                    : $"is not a filter; the filters are {string.Join(", ", Filters.Keys.Concat(OfPages))}");
            }
        }

        return filter;
    }

    // Lists are repeated or written with commas; other values may hold commas themselves. PostgreSQL refuses NUL.
    static IEnumerable<string> Each(string name, StringValues values) => values
        .SelectMany(value => Lists.Contains(name) ? value!.Split(',') : [value!])
        .Select(value => value.Replace('\0', '\uFFFD'));

    static void ReadState(RunFilter filter, string word, Action<string> complain)
    {
        if (word is "active" or "finished")
        {
            filter.States.AddRange(word == "active" ? RunStates.Active : RunStates.Finished);
        }
        else if (RunStates.Parse(word) is { } state)
        {
            filter.States.Add(state);
        }
        else
        {
            complain($"is active, finished, or of {string.Join(", ", RunStates.All.Select(one => one.Word()))}");
        }
    }

    static void ReadJob(RunFilter filter, string name, Action<string> complain)
    {
        if (name.Contains('/', StringComparison.Ordinal))
        {
            filter.Jobs.Add(name);
        }
        else
        {
            complain("names service and job, as in billing/import");
        }
    }

    static void ReadResource(RunFilter filter, string value, Action<string> complain)
    {
        if (Split(value) is not var (kind, id))
        {
            complain("is kind and id, as in TaskPlan:42");
            return;
        }

        filter.Marks.Add($"resource {kind} {id}");
        if (filter.Holds["resources"] is not JsonArray resources)
        {
            filter.Holds["resources"] = resources = [];
        }

        resources.Add(new JsonObject { ["kind"] = kind, ["id"] = id });
    }

    static void ReadNamed(RunFilter filter, string kept, string mark, string value, Action<string> complain)
    {
        if (Split(value) is not var (name, wanted))
        {
            complain("is name and value, as in book:53");
            return;
        }

        filter.Marks.Add($"{mark} {name} {wanted}");
        if (filter.Holds[kept] is not JsonObject names)
        {
            filter.Holds[kept] = names = [];
        }

        if (!names.TryAdd(name, wanted))
        {
            complain($"asks for two values of '{name}'; a run has one");
        }
    }

    static void ReadKillRequested(RunFilter filter, string value, Action<string> complain)
    {
        if (IsTrue(value, complain))
        {
            filter.KillRequested = true;
            filter.Marks.Add("kill_requested");
        }
    }

    // Once it is answered, a run says so in what is kept of it.
    static void ReadRetryRequested(RunFilter filter, string value, Action<string> complain)
    {
        if (IsTrue(value, complain))
        {
            filter.Marks.Add("retry_requested");
            filter.Holds["retry_requested"] = new JsonObject { ["answered"] = false };
        }
    }

    static bool IsTrue(string value, Action<string> complain)
    {
        if (value != "true")
        {
            complain("is true; leave it out for runs with and without");
        }

        return value == "true";
    }

    static (string Name, string Value)? Split(string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        return colon < 1 ? null : (value[..colon], value[(colon + 1)..]);
    }

    static Action<RunFilter, string, Action<string>> Kept(string field) => (filter, value, complain) =>
    {
        filter.Marks.Add($"{field} {value}");
        if (!filter.Holds.TryAdd(field, value))
        {
            complain("is given twice; a run has one");
        }
    };

    static DateTimeOffset? Time(string value, Action<string> complain)
    {
        if (DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Year is > 1970 and < 3000)
        {
            return at.ToUniversalTime();
        }

        complain("is a time, as in 2026-11-21T06:00:00Z");
        return null;
    }

    static TimeSpan? Length(string value, Action<string> complain)
    {
        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e9)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        if (ScheduleParser.Parse($"every {value}", "UTC") is ScheduleParse.Parsed { Schedule: Period period })
        {
            return period.Length;
        }

        complain("is a length, as in 10m or 90 (seconds)");
        return null;
    }

    static int? Whole(string value, Action<string> complain)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 32768)
        {
            return number;
        }

        complain("is a whole number from 1");
        return null;
    }

    static void ReadOrder(RunFilter filter, string value, Action<string> complain)
    {
        filter.OldestFirst = value == "oldest";
        if (value is not ("oldest" or "newest"))
        {
            complain("is newest or oldest");
        }
    }
}
