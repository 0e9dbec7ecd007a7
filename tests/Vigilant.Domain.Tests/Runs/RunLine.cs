using Vigilant.Domain.Detection;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;

namespace Vigilant.Domain.Tests.Runs;

/// <summary>A job whose signals name their runs, on a line of time.</summary>
sealed class RunLine
{
    readonly List<Gap> _gaps = [];
    readonly Dictionary<string, EndedRun> _ended = [];
    int _signals;

    public RunLine(double? maxWait = null, double? progress = null, double? minRuntime = null, string? tolerance = null,
        double? maxRuntime = null, double? heartbeat = null, string at = "00:00")
    {
        Expectation = new Expectation(null, TimeSpan.Zero, TimeSpan.Zero, Minutes(maxRuntime), Minutes(heartbeat))
        {
            MaxWait = Minutes(maxWait),
            Progress = Minutes(progress),
            MinRuntime = Minutes(minRuntime),
            Tolerance = tolerance is null ? null : PartialTolerance.Parse(tolerance),
        };
        State = ChangeRule.Create(Expectation, JobLine.Time(at));
    }

    public RunLine(Expectation expectation, DateTimeOffset at) => (Expectation, State) = (expectation, ChangeRule.Create(expectation, at));

    public Expectation Expectation { get; set; }

    public JobState State { get; private set; }

    public List<Fact> Facts { get; } = [];

    public Colour Colour => State.Health.Colour;

    public string Reason => State.Health.Reason;

    public IEnumerable<Fact.Verdict> Verdicts => Facts.OfType<Fact.Verdict>();

    public Fact.RunEnded LastEnd => Facts.OfType<Fact.RunEnded>().Last();

    public RunLine Queues(string at, string run = "x") => Says(at, SignalKind.Queued, run);

    public RunLine Starts(string at, string run = "x", int? attempt = null) => Says(at, SignalKind.Started, run, attempt: attempt);

    public RunLine Beats(string at, string run = "x") => Says(at, SignalKind.Heartbeat, run);

    public RunLine Tells(string at, float? part = null, string? step = null, int? processed = null, string run = "x") =>
        Says(at, SignalKind.Progress, run, new WorkDone(part, step, processed, null));

    public RunLine Succeeds(string at, int? failed = null, int? processed = null, string run = "x") =>
        Says(at, SignalKind.Succeeded, run, failed is null && processed is null ? null : new WorkDone(null, null, processed, failed));

    public RunLine Says(string at, SignalKind kind, string run = "x", WorkDone? work = null, int? attempt = null, bool? final = null) =>
        Says(JobLine.Time(at), kind, run, work, attempt, final);

    public RunLine Says(DateTimeOffset at, SignalKind kind, string run, WorkDone? work = null, int? attempt = null, bool? final = null)
    {
        var signal = new Signal(new Guid(++_signals, 0, 0, new byte[8]), kind, at, run) { Work = work, Attempt = attempt, Final = final };
        var ended = State.Active.Find(run) is null && _ended.TryGetValue(run, out var over) ? over : (EndedRun?)null;
        var facts = new List<Fact>();
        (State, _) = NamedSignalRule.Apply(State, Expectation, signal, ended, facts, _gaps);
        Keep(facts);
        return this;
    }

    public RunLine Judged(string at) => Judged(JobLine.Time(at));

    public RunLine Judged(DateTimeOffset at)
    {
        var facts = new List<Fact>();
        State = DeadlineRule.Judge(State, Expectation, at, confirmed: true, _gaps, facts);
        Keep(facts);
        return this;
    }

    public RunLine Gap(string from, string until) => Gap(JobLine.Time(from), JobLine.Time(until));

    public RunLine Gap(DateTimeOffset from, DateTimeOffset until)
    {
        _gaps.Add(new Gap(from, until));
        return this;
    }

    public RunLine Paused(string at)
    {
        Expectation = Expectation with { Paused = true };
        State = ChangeRule.Pause(State, Expectation, JobLine.Time(at), Facts);
        return this;
    }

    void Keep(List<Fact> facts)
    {
        foreach (var end in facts.OfType<Fact.RunEnded>().Where(end => end.Run.Rid is not null))
        {
            _ended[end.Run.Rid!] = new EndedRun(end.Run.Id, end.At, end.State);
        }

        Facts.AddRange(facts);
    }

    static TimeSpan? Minutes(double? minutes) => minutes is { } number ? TimeSpan.FromMinutes(number) : null;
}
