using System.Globalization;
using Vigilant.Server.Notifications.Content;

namespace Vigilant.Server.Notifications.Channels.Email;

/// <summary>The words of a message about an alert, whatever it is written in. What the content does not say is left out.</summary>
sealed class AlertWords(NotificationContent content)
{
    readonly ContentData _data = content.Data ?? new();

    public bool IsTest => _data.Alert is null && _data.Job is null;

    public bool IsResolved => _data.Alert?.State == "resolved" || (_data.Undelivered?.Event ?? content.Type) is "resolved" or "alert.resolved";

    public string Severity => _data.Alert?.Severity ?? "warning";

    public string Job => _data.Job is { } job ? $"{job.Service}/{job.Name}" : "A job";

    public string Headline => IsResolved ? $"{Job} is well again" : $"{Job} {Trouble}";

    public string Subject => (IsTest, IsResolved) switch
    {
        (true, _) => $"Test of the channel {_data.Channel?.Name}",
        (_, true) => Prefix + $"Resolved: {Job} {Trouble}{After}",
        _ => Prefix + $"[{Severity}] {Job} {Trouble}{Because}",
    };

    public string? Reason => _data.Alert?.Reason;

    public string Badge => IsResolved ? "resolved" : Severity;

    public string? Undelivered => _data.Undelivered is { } undelivered
        ? $"You get this because the channel {undelivered.Channel?.Name} could not be reached. {undelivered.Why}"
        : null;

    /// <summary>Short facts, label and text.</summary>
    public IEnumerable<(string Label, string Text)> Facts() =>
        new (string Label, string? Text)[]
        {
            ("Service", _data.Job?.Service),
            ("Environment", _data.Job?.Environment),
            ("Severity", _data.Alert?.Severity),
            ("Class", _data.Alert?.Class),
            ("Schedule", Schedule),
            ("Grace", _data.Job?.GraceSeconds is { } grace and > 0 ? Span(TimeSpan.FromSeconds(grace)) : null),
            ("Missed", _data.Alert?.MissedCount is { } missed and > 1 ? $"{missed} times" : null),
            ("Since", Time(_data.Alert?.OpenedAt)),
            ("Until", Time(_data.Alert?.ResolvedAt)),
            ("Labels", Labels),
            ("About", _data.Job?.Description),
        }
        .Where(fact => !string.IsNullOrWhiteSpace(fact.Text))
        .Select(fact => (fact.Label, fact.Text!));

    /// <summary>What was expected and what came.</summary>
    public IEnumerable<(string Label, string Text)> Story() =>
        new (string Label, string? Text)[] { ("Expected", _data.Expected), ("Came", _data.Came) }
            .Where(line => !string.IsNullOrWhiteSpace(line.Text))
            .Select(line => (line.Label, line.Text!));

    public string? Unconfirmed => _data.Alert?.Unconfirmed == true
        ? "Unconfirmed: a part of this server could not be asked. If the signal came in time, this alert will be resolved."
        : null;

    public string? Output => string.IsNullOrWhiteSpace(_data.OutputTail) ? null : _data.OutputTail.TrimEnd();

    public IReadOnlyList<RunWords> Runs => [.. (_data.LastRuns ?? []).Select(RunWords.Of)];

    /// <summary>Where to read on, label and address; the alert first.</summary>
    public IEnumerable<(string Label, string Url)> Links() =>
        new (string Label, string? Url)[]
        {
            ("Open alert", _data.Alert?.Url),
            ("Runbook", _data.Job?.RunbookUrl),
            ("Job", _data.Job?.Url),
        }
        .Where(link => IsWebAddress(link.Url))
        .Select(link => (link.Label, link.Url!));

    public static string? Time(DateTimeOffset? at) =>
        at?.UtcDateTime.ToString("d MMM yyyy, HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:0} ms"),
        { TotalMinutes: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalSeconds):0} s"),
        { TotalHours: < 2 } => $"{(int)span.TotalMinutes} min {span.Seconds} s".Replace(" 0 s", "", StringComparison.Ordinal),
        { TotalDays: < 2 } => $"{(int)span.TotalHours} h {span.Minutes} min".Replace(" 0 min", "", StringComparison.Ordinal),
        _ => $"{(int)span.TotalDays} days {span.Hours} h".Replace(" 0 h", "", StringComparison.Ordinal),
    };

    string Prefix => _data.Undelivered is { } undelivered ? $"{undelivered.Channel?.Name} could not be reached. " : "";

    string Trouble => _data.Alert?.Class switch
    {
        "missed" => "missed",
        "overrun" => "overruns",
        "stalled" => "stalled",
        "waiting" => "is waiting",
        "partial" => "succeeded in part",
        "killed" => "was killed",
        _ => "failed",
    };

    string Because => string.IsNullOrWhiteSpace(Reason) ? "" : $": {Reason}";

    string After => _data.Alert is { OpenedAt: { } opened, ResolvedAt: { } resolved } && resolved > opened
        ? $", after {Span(resolved - opened)}"
        : "";

    string? Schedule => _data.Job switch
    {
        { Schedule: { Length: > 0 } schedule, Timezone: { Length: > 0 } zone } => $"{schedule} ({zone})",
        { Schedule: { Length: > 0 } schedule } => schedule,
        _ => null,
    };

    string? Labels => _data.Job?.Labels is { Count: > 0 } labels
        ? string.Join(", ", labels.Take(20).Select(label => label.Value.Length > 0 ? $"{label.Key}: {label.Value}" : label.Key))
        : null;

    static bool IsWebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}
