using System.Text.Json;
using System.Text.Json.Nodes;
using Vigilant.Domain;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting.Http;
using static Vigilant.Server.Signals.Doors.Api.FieldValues;

namespace Vigilant.Server.Signals.Doors.Api;

/// <summary>Reads a signal from JSON, field by field, so that everything that is wrong with it is said at once.</summary>
static class SignalReader
{
    public const int LongestRunName = 200;
    const int LongestMessage = 100_000;

    static readonly Dictionary<string, SignalKind> Kinds = new()
    {
        ["created"] = SignalKind.Created,
        ["queued"] = SignalKind.Queued,
        ["started"] = SignalKind.Started,
        ["heartbeat"] = SignalKind.Heartbeat,
        ["progress"] = SignalKind.Progress,
        ["step"] = SignalKind.Progress,
        ["log"] = SignalKind.Log,
        ["error"] = SignalKind.Error,
        ["succeeded"] = SignalKind.Succeeded,
        ["failed"] = SignalKind.Failed,
        ["kill_requested"] = SignalKind.KillRequested,
        ["killed"] = SignalKind.Killed,
        ["skipped"] = SignalKind.Skipped,
    };

    static readonly Dictionary<string, Action<SignalDraft, JsonElement, Complaint>> OfAll = new()
    {
        ["at"] = (draft, value, complain) => draft.At = Time(value, complain),
        ["progress"] = (draft, value, complain) => draft.Progress = Number(value, complain),
        ["of"] = (draft, value, complain) => draft.Of = Number(value, complain),
        ["step"] = (draft, value, complain) => draft.Step = Text(value, LongestRunName, complain),
        ["message"] = (draft, value, complain) => draft.Message = Text(value, LongestMessage, complain),
        ["exit_code"] = (draft, value, complain) => draft.ExitStatus = Whole(value, -32_768, 32_767, complain),
        ["error"] = (draft, value, complain) => draft.Error = Anything(value, complain),
        ["attempt"] = (draft, value, complain) => draft.Attempt = Whole(value, 1, 32_767, complain),
        ["max_attempts"] = (draft, value, complain) => draft.MaxAttempts = Whole(value, 1, 32_767, complain),
        ["final"] = (draft, value, complain) => draft.Final = Flag(value, complain),
        ["data"] = (draft, value, complain) => draft.Fields["data"] = Anything(value, complain),
        ["arguments"] = (draft, value, complain) => draft.Fields["arguments"] = Names(value, complain),
        ["labels"] = (draft, value, complain) => draft.Fields["labels"] = Names(value, complain),
        ["resources"] = (draft, value, complain) => draft.Fields["resources"] = Resources(value, complain),
        ["provider_id"] = Kept("provider_id"),
        ["correlation_id"] = Kept("correlation_id"),
        ["host"] = Kept("host"),
        ["runner"] = Kept("runner"),
        ["queue"] = Kept("queue"),
        ["trace_id"] = Kept("trace_id"),
        ["parent_id"] = Kept("parent_id"),
        ["tracking"] = (draft, value, complain) => draft.Tracking = TrackingOf(value, complain),
        ["keep"] = ReadKeep,
        ["processed"] = (draft, value, complain) => draft.Fields["processed"] = Whole(value, 0, int.MaxValue, complain),
        ["failed_items"] = (draft, value, complain) => draft.Fields["failed_items"] = Whole(value, 0, int.MaxValue, complain),
        ["who"] = (draft, value, complain) => KillNote(draft)["who"] = Text(value, LongestText, complain),
        ["why"] = (draft, value, complain) => KillNote(draft)["why"] = Text(value, LongestText, complain),
    };

    static readonly Dictionary<string, Action<SignalDraft, JsonElement, Complaint>> OfRun = new(OfAll)
    {
        ["job"] = (draft, value, complain) => draft.Job = Text(value, LongestRunName, complain),
        ["environment"] = (draft, value, complain) => draft.Environment = Text(value, LongestRunName, complain),
        ["caller_id"] = (draft, value, complain) => draft.Run = Text(value, LongestRunName, complain),
        ["state"] = (draft, value, complain) => draft.Kind = State(value, complain),
        ["retry_of"] = (draft, value, complain) => draft.Fields["retry_of"] = (draft.RetryOf = Id(value, complain))?.ToString(),
    };

    static readonly Dictionary<string, Action<SignalDraft, JsonElement, Complaint>> OfSignal = new(OfAll)
    {
        ["kind"] = (draft, value, complain) => draft.Kind = Kind(value, complain),
    };

    static readonly Dictionary<string, Action<SignalDraft, JsonElement, Complaint>> OfLine = new(OfSignal)
    {
        ["job"] = (draft, value, complain) => draft.Job = Text(value, LongestRunName, complain),
        ["environment"] = (draft, value, complain) => draft.Environment = Text(value, LongestRunName, complain),
        ["run"] = (draft, value, complain) => draft.Run = Text(value, LongestRunName, complain),
    };

    static readonly string OneOfKinds = $"is one of {string.Join(", ", Kinds.Keys)}";

    /// <summary>A new run: <c>job</c>, the sender's own id and the state it is in.</summary>
    public static SignalDraft ReadRun(JsonElement json, FieldErrors errors)
    {
        var draft = new SignalDraft { Kind = SignalKind.Created };
        Read(json, draft, errors, OfRun);
        Require("job", draft.Job, errors, "names the job, as in billing/import");
        return draft;
    }

    /// <summary>A signal to a run that the address names.</summary>
    public static SignalDraft ReadSignal(JsonElement json, FieldErrors errors)
    {
        var draft = new SignalDraft();
        Read(json, draft, errors, OfSignal);
        Require("kind", draft.Kind == SignalKind.None ? null : "", errors, OneOfKinds);
        return draft;
    }

    /// <summary>A signal that names job and run itself.</summary>
    public static SignalDraft ReadLine(JsonElement json, FieldErrors errors)
    {
        var draft = new SignalDraft();
        Read(json, draft, errors, OfLine);
        Require("kind", draft.Kind == SignalKind.None ? null : "", errors, OneOfKinds);
        Require("job", draft.Job, errors, "names the job, as in billing/import");
        Require("run", draft.Run, errors, "names the run, by our id or your own");
        return draft;
    }

    static void Read(
        JsonElement json, SignalDraft draft, FieldErrors errors, Dictionary<string, Action<SignalDraft, JsonElement, Complaint>> fields)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            errors.Add("body", "is a JSON object, as in {\"kind\": \"started\"}");
            return;
        }

        var name = "";
        Complaint complain = why => errors.Add(name, why);
        foreach (var field in json.EnumerateObject())
        {
            name = field.Name;
            if (field.Value.ValueKind == JsonValueKind.Null && name is not ("data" or "error"))
            {
                continue;
            }

            if (fields.TryGetValue(name, out var read))
            {
                read(draft, field.Value, complain);
            }
            else
            {
                var meant = Likeness.Closest(name, fields.Keys);
                errors.Add(name, meant is null ? "is not known; leave it out" : $"is not known; did you mean {meant}?");
            }
        }

        CheckProgress(draft, errors);
        if (draft.Kind == SignalKind.Error && draft.Error is null && !errors.Has("error"))
        {
            errors.Add("error", "says what went wrong, in any JSON but null");
        }
    }

    static void CheckProgress(SignalDraft draft, FieldErrors errors)
    {
        var most = draft.Of ?? 1;
        if (draft.Of is <= 0)
        {
            errors.Add("of", "is greater than 0");
        }
        else if (draft.Progress < 0 || draft.Progress > most)
        {
            errors.Add("progress", draft.Of is null ? "is from 0 to 1, or from 0 to what 'of' says" : $"is from 0 to {most}");
        }
    }

    static void Require(string field, string? value, FieldErrors errors, string what)
    {
        if (value is null && !errors.Has(field))
        {
            errors.Add(field, what);
        }
    }

    static SignalKind Kind(JsonElement value, Complaint complain)
    {
        if (value.ValueKind == JsonValueKind.String && Kinds.TryGetValue(value.GetString()!, out var kind))
        {
            return kind;
        }

        complain(OneOfKinds);
        return SignalKind.None;
    }

    static SignalKind State(JsonElement value, Complaint complain)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString() is "created" or "queued" or "started")
        {
            return Kinds[value.GetString()!];
        }

        complain("is one of created, queued, started; how it ended is told by a signal");
        return SignalKind.Created;
    }

    static Tracking? TrackingOf(JsonElement value, Complaint complain)
    {
        var tracking = value.ValueKind == JsonValueKind.String ? TrackingRule.Parse(value.GetString()) : null;
        if (tracking is null)
        {
            complain($"is one of {string.Join(", ", TrackingRule.Words)}");
        }

        return tracking;
    }

    static void ReadKeep(SignalDraft draft, JsonElement value, Complaint complain)
    {
        draft.Keep = value.ValueKind == JsonValueKind.String ? KeepLength.Parse(value.GetString()) : null;
        if (draft.Keep is null)
        {
            complain(KeepLength.Allowed);
            return;
        }

        draft.Fields["keep"] = value.GetString();
    }

    static Action<SignalDraft, JsonElement, Complaint> Kept(string field) =>
        (draft, value, complain) => draft.Fields[field] = Scalar(value, complain);

    static JsonObject KillNote(SignalDraft draft)
    {
        if (draft.Fields["kill"] is not JsonObject kill)
        {
            draft.Fields["kill"] = kill = [];
        }

        return kill;
    }
}
