using System.Text.Json.Nodes;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Runs;

/// <summary>
/// What the signals of one batch say of a run beyond its states and times. It is merged into what is kept of the run as it is
/// merged here: the newer field takes the place of the older, errors and attempts are added, steps are kept by name.
/// </summary>
sealed class RunDetails
{
    static readonly string[] Growing = ["errors", "attempts"];

    readonly JsonObject _fields;

    RunDetails(double? progress, JsonObject fields) => (Progress, _fields) = ((float?)progress, fields);

    public float? Progress { get; }

    /// <summary>The texts of what the run can be found by, as <c>marks_of</c> of the database takes them out of the details.</summary>
    public string? Marks => RunMarks.Of(_fields);

    public string? Json => _fields.Count == 0 ? null : _fields.ToJsonString();

    /// <param name="running">The run before the signal.</param>
    /// <param name="state">The run's state after it.</param>
    public static RunDetails? Of(IncomingSignal signal, ActiveRun? running, RunState state)
    {
        var said = signal.Details;
        var fields = said is null ? [] : said.Fields;
        if (Added(signal, running, state) is { Count: > 0 } added)
        {
            fields = (JsonObject)fields.DeepClone();
            foreach (var (name, value) in added.ToArray())
            {
                added.Remove(name);
                fields[name] = value;
            }
        }

        // Who asked first is kept, as the time is.
        if (running?.KillRequestedAt is not null && fields.ContainsKey("kill"))
        {
            fields = (JsonObject)fields.DeepClone();
            fields.Remove("kill");
        }

        var progress = said?.Step is null ? said?.Progress : null;
        var ofRun = state == RunState.Succeeded ? 1 : progress;
        return ofRun is null && fields.Count == 0 ? null : new RunDetails(ofRun, fields);
    }

    // What follows from a signal beside what it says itself.
    static JsonObject Added(IncomingSignal signal, ActiveRun? running, RunState state)
    {
        var said = signal.Details;
        var fields = new JsonObject();
        if (signal.Kind == SignalKind.KillRequested && running?.KillRequestedAt is null && said?.Fields.ContainsKey("kill") != true)
        {
            fields["kill"] = new JsonObject();
        }

        if (said?.Error is { } error)
        {
            fields["errors"] = new JsonArray(new JsonObject
            {
                ["at"] = Text(signal.ReceivedAt),
                ["attempt"] = signal.Attempt ?? running?.Attempt ?? 1,
                ["error"] = error.DeepClone(),
            });
        }

        if (said?.Step is { } step)
        {
            fields["steps"] = new JsonObject
            {
                [step] = new JsonObject { ["progress"] = said.Progress, ["at"] = Text(signal.ReceivedAt) },
            };
        }

        // An attempt that failed while the run goes on is told with the next: the run's own times are those of the present one.
        if (signal.Kind == SignalKind.Failed && running is not null && state == RunState.Queued)
        {
            fields["attempts"] = new JsonArray(new JsonObject
            {
                ["attempt"] = signal.Attempt ?? running.Attempt,
                ["queued_at"] = Text(running.QueuedAt),
                ["started_at"] = Text(running.StartedAt),
                ["failed_at"] = Text(signal.ReceivedAt),
                ["exit_status"] = signal.ExitStatus,
            });
        }

        return fields;
    }

    public RunDetails With(RunDetails more)
    {
        var fields = (JsonObject)_fields.DeepClone();
        foreach (var (name, value) in more._fields)
        {
            fields[name] = (fields[name], value) switch
            {
                (JsonArray before, JsonArray added) when Growing.Contains(name) =>
                    new JsonArray([.. before.Concat(added).Select(one => one?.DeepClone())]),
                (JsonObject before, JsonObject added) when name == "steps" => Merge(before, added),
                _ => value?.DeepClone(),
            };
        }

        return new RunDetails(more.Progress ?? Progress, fields);
    }

    static JsonObject Merge(JsonObject before, JsonObject added)
    {
        var merged = (JsonObject)before.DeepClone();
        foreach (var (name, value) in added)
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }

    static string? Text(DateTimeOffset? at) =>
        at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
