using System.Globalization;
using Vigilant.Domain.Detection;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;
using Vigilant.Domain.Schedules;

namespace Vigilant.Domain.Tests.Runs;

/// <summary>A job on a line of time: signals come, time passes, and what the rules made of it is kept.</summary>
sealed class JobLine
{
    readonly List<Gap> _gaps = [];
    int _signals;

    public JobLine(
        string? schedule,
        string at = "00:00",
        double graceMinutes = 0,
        double earlySeconds = 0,
        double? maxRuntimeMinutes = null,
        double? heartbeatSeconds = null)
    {
        Expectation = new Expectation(
            schedule is null ? null : Parse(schedule),
            TimeSpan.FromMinutes(graceMinutes),
            TimeSpan.FromSeconds(earlySeconds),
            maxRuntimeMinutes is { } longest ? TimeSpan.FromMinutes(longest) : null,
            heartbeatSeconds is { } beat ? TimeSpan.FromSeconds(beat) : null);
        State = ChangeRule.Create(Expectation, Time(at));
    }

    public Expectation Expectation { get; private set; }

    public JobState State { get; private set; }

    public List<Fact> Facts { get; } = [];

    public Dictionary<string, EndedRun> Ended { get; } = [];

    public Colour Colour => State.Health.Colour;

    public IEnumerable<Fact.Verdict> Verdicts => Facts.OfType<Fact.Verdict>();

    public IEnumerable<string> Slots => Facts.OfType<Fact.SlotChanged>()
        .Where(slot => slot.State != SlotState.Due)
        .Select(slot => $"{slot.Nominal.ToString("HH:mm", CultureInfo.InvariantCulture)} {slot.State}");

    public static DateTimeOffset Time(string at) => DateTimeOffset.Parse(
        at.Contains('-', StringComparison.Ordinal) ? at : $"2026-11-02 {at}", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public JobLine With(Func<Expectation, Expectation> change)
    {
        Expectation = change(Expectation);
        return this;
    }

    public JobLine Starts(string at, string? rid = null) => Signals(at, SignalKind.Started, rid);

    public JobLine Succeeds(string at, string? rid = null) => Signals(at, SignalKind.Succeeded, rid);

    public JobLine Fails(string at, string? rid = null, int? status = null) => Signals(at, SignalKind.Failed, rid, status);

    public JobLine Logs(string at, string? rid = null) => Signals(at, SignalKind.Log, rid);

    public JobLine Signals(string at, SignalKind kind, string? rid = null, int? status = null)
    {
        var id = new Guid(++_signals, 0, 0, new byte[8]);
        var ended = rid is not null && Ended.TryGetValue(rid, out var run) ? run : (EndedRun?)null;
        var facts = new List<Fact>();
        (State, _) = SignalRule.Apply(State, Expectation, new Signal(id, kind, Time(at), rid, status), ended, facts);
        Keep(facts);
        return this;
    }

    public JobLine Judged(string at, bool confirmed = true)
    {
        var facts = new List<Fact>();
        State = DeadlineRule.Judge(State, Expectation, Time(at), confirmed, _gaps, facts);
        Keep(facts);
        return this;
    }

    public JobLine Gap(string from, string until)
    {
        _gaps.Add(new Gap(Time(from), Time(until)));
        return this;
    }

    public JobLine Paused(string at, string? until = null)
    {
        Expectation = Expectation with { Paused = true, PausedUntil = until is null ? null : Time(until), PauseReason = "by Ann: moving" };
        State = ChangeRule.Pause(State, Expectation, Time(at), Facts);
        return this;
    }

    public JobLine Resumed(string at)
    {
        Expectation = Expectation with { Paused = false, PausedUntil = null };
        State = ChangeRule.StartAnew(State, Expectation, Time(at), Facts);
        return this;
    }

    void Keep(List<Fact> facts)
    {
        foreach (var fact in facts)
        {
            switch (fact)
            {
                case Fact.RunTold { Rid: { } rid } told:
                    Ended[rid] = new EndedRun(told.Id, told.At, told.State);
                    break;
                case Fact.RunEnded { Run.Rid: { } rid } ended:
                    Ended[rid] = new EndedRun(ended.Run.Id, ended.At, ended.State);
                    break;
            }
        }

        Facts.AddRange(facts);
    }

    static Schedule Parse(string schedule) =>
        Assert.IsType<ScheduleParse.Parsed>(ScheduleParser.Parse(schedule, "UTC")).Schedule;
}
