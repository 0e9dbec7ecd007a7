using System.Text.Json;
using System.Text.Json.Nodes;
using Vigilant.Domain;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Operations;
using Vigilant.Server.Hosting.Http;
using Vigilant.Server.Signals;
using static Vigilant.Server.Signals.Doors.Api.FieldValues;

namespace Vigilant.Server.Runs.Operations;

/// <summary>Reads what somebody wants done to many runs, so that everything that is wrong with it is said at once.</summary>
sealed class OperationReader(FieldErrors errors)
{
    public const int MostIds = 10_000;
    static readonly string[] Fields = ["action", "filter", "ids", "all", "labels", "who", "why", "preview"];

    RunAction _action;
    JsonObject? _filter;
    Guid[]? _ids;
    JsonObject? _labels;
    string? _who;
    string? _why;
    bool _all;

    /// <summary>It only wants to know what would be done.</summary>
    public bool IsPreview { get; private set; }

    /// <summary>Null: something is wrong.</summary>
    public OperationDraft? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            errors.Add("body", "is a JSON object, as in {\"action\": \"request_kill\", \"filter\": {\"job\": \"billing/import\"}}");
            return null;
        }

        foreach (var field in json.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null))
        {
            Read(field.Name, field.Value, why => errors.Add(field.Name, why));
        }

        return Check();
    }

    /// <summary>From a form of the pages.</summary>
    public OperationDraft? Read(string? action, JsonObject? filter, Guid[]? ids, bool all, JsonObject? labels, string who, string? why)
    {
        _action = action is null ? RunAction.None : RunActions.Parse(action) ?? RunAction.None;
        (_filter, _ids, _all, _labels, _who, _why) = (filter, ids, all, labels, StoredText.Clean(who), why is null ? null : StoredText.Clean(why));
        return Check();
    }

    void Read(string field, JsonElement value, Action<string> complain)
    {
        switch (field)
        {
            case "action":
                _action = ReadAction(value);
                break;
            case "filter":
                _filter = StoredFilter.Of(value, errors.Add);
                break;
            case "ids":
                _ids = ReadIds(value, complain);
                break;
            case "all":
                _all = Flag(value, new(complain)) ?? false;
                break;
            case "labels":
                _labels = Names(value, new(complain));
                break;
            case "who":
                _who = Text(value, LongestText, new(complain));
                break;
            case "why":
                _why = Text(value, LongestText, new(complain));
                break;
            case "preview":
                IsPreview = Flag(value, new(complain)) ?? false;
                break;
            default:
                complain(Likeness.Closest(field, Fields) is { } meant
                    ? $"is not known; did you mean {meant}?"
                    : $"is not known; the fields are {string.Join(", ", Fields)}");
                break;
        }
    }

    OperationDraft? Check()
    {
        if (_action == RunAction.None && !errors.Has("action"))
        {
            errors.Add("action", $"is one of {string.Join(", ", RunActions.Words)}");
        }

        CheckLabels();
        CheckWhich();
        return errors.None ? new OperationDraft(_action, _filter, _ids, _labels, _who, _why) : null;
    }

    void CheckLabels()
    {
        if (_action == RunAction.Label && _labels is null or { Count: 0 } && !errors.Has("labels"))
        {
            errors.Add("labels", "are names and values to give to the runs, as in {\"team\": \"billing\"}");
        }
        else if (_action != RunAction.Label && _labels is not null)
        {
            errors.Add("labels", "belong to the action label; leave them out");
        }
    }

    void CheckWhich()
    {
        if (_filter is not null && _ids is not null)
        {
            errors.Add("ids", "and filter are both given; say by one of them which runs are meant");
        }
        else if (_filter is null && _ids is null && !_all && !errors.Has("ids"))
        {
            errors.Add("filter", "or ids say which runs are meant; \"all\": true means every run of the project");
        }
        else if (_ids is null && !errors.Has("ids"))
        {
            _filter ??= [];
            StoredFilter.Read(_filter, _action == RunAction.None ? RunAction.Label : _action, _all, errors);
        }
    }

    RunAction ReadAction(JsonElement value)
    {
        var word = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (RunActions.Parse(word) is { } action)
        {
            return action;
        }

        errors.Add("action", Likeness.Closest(word, RunActions.Words) is { } meant
            ? $"is not known; did you mean {meant}?"
            : $"is one of {string.Join(", ", RunActions.Words)}");
        return RunAction.None;
    }

    static Guid[]? ReadIds(JsonElement value, Action<string> complain)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0)
        {
            complain("is a list of our ids of runs that is not empty");
            return null;
        }

        if (value.GetArrayLength() > MostIds)
        {
            complain($"has {value.GetArrayLength()} ids, and at most {MostIds} are taken; send them in parts, or say by a filter which runs are meant");
            return null;
        }

        var ids = new HashSet<Guid>();
        foreach (var one in value.EnumerateArray())
        {
            if (one.ValueKind != JsonValueKind.String || !one.TryGetGuid(out var id))
            {
                complain($"holds {Excerpt(one.GetRawText())}, which is no id of ours; caller_id is found by a filter");
                return null;
            }

            ids.Add(id);
        }

        return [.. ids];
    }

    static string Excerpt(string text) => text.Length > 60 ? text[..60] + "..." : text;
}
