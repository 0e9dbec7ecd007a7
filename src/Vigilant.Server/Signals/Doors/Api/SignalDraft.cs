using System.Text;
using System.Text.Json.Nodes;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Signals.Doors.Api;

/// <summary>A signal as it was read, before it is known which run it is about.</summary>
sealed class SignalDraft
{
    /// <summary>As in <c>billing/import</c>.</summary>
    public string? Job { get; set; }

    public string? Environment { get; set; }

    /// <summary>The sender's own id of the run, or ours.</summary>
    public string? Run { get; set; }

    public SignalKind Kind { get; set; }

    public DateTimeOffset? At { get; set; }

    public double? Progress { get; set; }

    public double? Of { get; set; }

    public string? Step { get; set; }

    public string? Message { get; set; }

    public int? ExitStatus { get; set; }

    public JsonNode? Error { get; set; }

    /// <summary>The run that it tries anew.</summary>
    public Guid? RetryOf { get; set; }

    public int? Attempt { get; set; }

    public int? MaxAttempts { get; set; }

    public bool? Final { get; set; }

    public Tracking? Tracking { get; set; }

    /// <summary>How long its run is kept.</summary>
    public TimeSpan? Keep { get; set; }

    /// <summary>What is kept of the run under the same names.</summary>
    public JsonObject Fields { get; } = [];

    /// <param name="run">Our id of the run; null: the sender's own, or none, names it.</param>
    public IncomingSignal ToSignal(Guid job, Guid? run, string sender)
    {
        var body = Message is null ? null : Encoding.UTF8.GetBytes(Message);
        return new IncomingSignal
        {
            JobId = job,
            Kind = Kind,
            IsNamed = true,
            Run = run,
            Rid = run is null ? Run : null,
            ExitStatus = ExitStatus,
            SentAt = At,
            Attempt = Attempt,
            MaxAttempts = MaxAttempts,
            Final = Final,
            RetryOf = RetryOf,
            // Whoever says how long a run is kept wants it kept.
            Tracking = Tracking ?? (Keep is null ? null : Domain.Runs.Tracking.Full),
            Keep = Keep,
            Details = new SignalDetails(Of is { } of ? Progress / of : Progress, Fields, Error, Step),
            Sender = sender,
            Body = body,
            BodySize = body?.Length ?? 0,
        };
    }
}
