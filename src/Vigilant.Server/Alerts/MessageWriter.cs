using System.Text.Json;
using Vigilant.Contracts;
using Vigilant.Domain.Alerts;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Schedules;

namespace Vigilant.Server.Alerts;

/// <summary>Says everything that a person or a system needs to act on an alert.</summary>
sealed class MessageWriter(AlertLinks links)
{
    public AlertMessage Write(
        AlertEvent told, JobFacts job, SignalFacts? lastSignal, IEnumerable<RunFacts> lastRuns, DateTimeOffset now) => new(
        $"alert.{told.Name}",
        now,
        new AlertMessageData(
            Alert(told.Alert),
            Job(job),
            ExpectedWords.Of(told.Alert.Says, Expected(job)),
            lastSignal is null
                ? CameWords.OfNothing
                : CameWords.Of(lastSignal.Kind, lastSignal.ExitStatus, lastSignal.ReceivedAt),
            lastSignal is null ? "" : OutputTail.Of(lastSignal.Tail),
            [.. lastRuns.Select(Run)]));

    /// <summary>The end of an alert whose job is gone: as it was when the alert fired, with how it ended.</summary>
    public AlertMessage WriteEnd(AlertEvent end, AlertMessage firing, DateTimeOffset now) => new(
        $"alert.{end.Name}", now, firing.Data with { Alert = Alert(end.Alert) });

    AlertSnapshot Alert(AlertRow alert) => new()
    {
        Id = alert.Id,
        State = alert.State.Word(),
        Class = alert.Says.Class.Word(),
        Severity = alert.Says.Severity.Word(),
        Reason = OutputTail.Readable(alert.Says.Reason),
        OpenedAt = alert.Says.OpenedAt,
        ResolvedAt = alert.ResolvedAt,
        ResolvedBy = alert.ResolvedBy,
        Resolution = alert.Resolution,
        MissedCount = alert.Says.MissedCount,
        Unconfirmed = alert.Says.Unconfirmed,
        Url = links.OfAlert(alert.Id),
    };

    JobSnapshot Job(JobFacts job) => new()
    {
        Id = job.Id,
        Service = job.Service,
        Name = job.Name,
        Environment = job.Environment,
        Labels = Labels(job.Labels),
        Description = job.Description,
        RunbookUrl = job.RunbookUrl,
        Schedule = job.Schedule,
        Timezone = job.Timezone,
        GraceSeconds = job.GraceSeconds,
        Url = links.OfJob(job.Id),
    };

    static RunSnapshot Run(RunFacts run) => new(
        JsonNamingPolicy.SnakeCaseLower.ConvertName(run.State.ToString()),
        run.StartedAt,
        run.EndedAt,
        run is { StartedAt: { } from, EndedAt: { } until } && until >= from ? (long)(until - from).TotalMilliseconds : null,
        run.ExitStatus);

    static Expectation Expected(JobFacts job) => new(
        job.Schedule is null ? null : (ScheduleParser.Parse(job.Schedule, job.Timezone) as ScheduleParse.Parsed)?.Schedule,
        TimeSpan.FromSeconds(job.GraceSeconds),
        Early: TimeSpan.Zero,
        MaxRuntime: Seconds(job.MaxRuntimeSeconds),
        Heartbeat: Seconds(job.HeartbeatSeconds))
    {
        MaxWait = Seconds(job.MaxWaitSeconds),
        Progress = Seconds(job.ProgressSeconds),
        MinRuntime = Seconds(job.MinRuntimeSeconds),
        Tolerance = job.PartialTolerance is { } tolerance ? PartialTolerance.Parse(tolerance) : null,
    };

    static TimeSpan? Seconds(int? seconds) => seconds is { } number ? TimeSpan.FromSeconds(number) : null;

    // Labels are text to text; should one ever be something else, it is shown as it is written.
    static Dictionary<string, string> Labels(string json)
    {
        using var labels = JsonDocument.Parse(json);
        return labels.RootElement.ValueKind == JsonValueKind.Object
            ? labels.RootElement.EnumerateObject().ToDictionary(label => label.Name, label => label.Value.ToString())
            : [];
    }
}
