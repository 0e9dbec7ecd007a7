using Vigilant.Domain.Runs;

namespace Vigilant.Server.Hosting;

/// <summary>Something on its way to the writer: a signal, or a look at the deadlines of a job.</summary>
abstract class Incoming
{
    // Whoever completes it runs what awaits it: the writer hands a whole batch of answers to one worker.
    readonly TaskCompletionSource<Answer> _answer = new();

    public required Guid JobId { get; init; }

    /// <summary>Set when it is handed over: from then on it counts as received.</summary>
    public DateTimeOffset ReceivedAt { get; set; }

    public Task<Answer> Answered => _answer.Task;

    public void Complete(Answer answer) => _answer.TrySetResult(answer);
}

/// <summary>A signal as a door understood it.</summary>
sealed class IncomingSignal : Incoming
{
    public Guid Id { get; set; }

    public required SignalKind Kind { get; init; }

    /// <summary>It names its run, by <see cref="Run"/> or <see cref="Rid"/>, or makes one.</summary>
    public bool IsNamed { get; init; }

    /// <summary>The run it names by our own id.</summary>
    public Guid? Run { get; init; }

    public int? Attempt { get; init; }

    public int? MaxAttempts { get; init; }

    public bool? Final { get; init; }

    /// <summary>Whether its run is kept when it has ended, where it differs from its job.</summary>
    public Tracking? Tracking { get; init; }

    /// <summary>How long its run is kept.</summary>
    public TimeSpan? Keep { get; init; }

    /// <summary>What it says of the run beyond its state.</summary>
    public SignalDetails? Details { get; init; }

    /// <summary>The run of the same job that the signal's run tries anew.</summary>
    public Guid? RetryOf { get; init; }

    /// <summary>What became of a signal that names its run; set when it is answered.</summary>
    public SignalOutcome? Outcome { get; set; }

    /// <summary>The sender's own run id, in one spelling.</summary>
    public string? Rid { get; init; }

    public int? ExitStatus { get; init; }

    /// <summary>The sender's own time, if it told one.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>By which way it came: scheme, method, address and program, as in <c>http GET 10.0.4.17 curl/8.5.0</c>.</summary>
    public string? Sender { get; init; }

    /// <summary>What is kept of the body.</summary>
    public byte[]? Body { get; init; }

    /// <summary>How long the body was when it came.</summary>
    public long BodySize { get; init; }

    public int StoredBodySize => (int)Math.Min(int.MaxValue, BodySize);

    public Signal ForRules() => new(Id, Kind, ReceivedAt, Rid, ExitStatus)
    {
        Run = Run,
        Attempt = Attempt,
        MaxAttempts = MaxAttempts,
        Final = Final,
        Work = Details?.Work(),
        Tracking = Tracking,
    };
}

/// <summary>Asks for a judgement of every deadline of a job up to a line before which all that was received is written.</summary>
sealed class DeadlineLook : Incoming
{
    public required DateTimeOffset Line { get; init; }

    public required bool Confirmed { get; init; }
}
