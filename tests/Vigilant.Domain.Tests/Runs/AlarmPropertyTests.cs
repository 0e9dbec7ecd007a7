using FsCheck;
using FsCheck.Fluent;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;
using Vigilant.Domain.Schedules;

namespace Vigilant.Domain.Tests.Runs;

/// <summary>Whatever comes, the alarm is never after a deadline: who looks only when it passes sees what one sees who always looks.</summary>
public sealed class AlarmPropertyTests
{
    static readonly Config Quick = Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(150);

    [Fact]
    public void Who_looks_only_at_the_alarm_sees_what_one_sees_who_always_looks() =>
        Prop.ForAll(Plots.ToArbitrary(), SeeTheSame).Check(Quick);

    static Gen<int?> Limit { get; } = Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(5, 150).Select(seconds => (int?)seconds));

    static Gen<Expectation> Expectations { get; } =
        from period in Limit
        from longest in Limit
        from beat in Limit
        from wait in Limit
        from progress in Limit
        from least in Limit
        from tolerance in Gen.Elements(null, "0", "10%")
        select new Expectation(
            period is { } every ? ((ScheduleParse.Parsed)ScheduleParser.Parse($"every {every}s", "UTC")).Schedule : null,
            TimeSpan.FromSeconds(7), TimeSpan.Zero, Seconds(longest), Seconds(beat))
        {
            MaxWait = Seconds(wait),
            Progress = Seconds(progress),
            MinRuntime = Seconds(least),
            Tolerance = tolerance is null ? null : PartialTolerance.Parse(tolerance),
        };

    static Gen<Step> Steps { get; } =
        from after in Gen.Choose(1, 60)
        from gap in Gen.Frequency((12, Gen.Constant(0)), (1, Gen.Choose(5, 50)), (1, Gen.Choose(60, 200)))
        from run in Gen.Elements("a", "b", "c", "d")
        from kind in Gen.Frequency(
            (3, Gen.Constant(SignalKind.Created)), (3, Gen.Constant(SignalKind.Queued)), (5, Gen.Constant(SignalKind.Started)),
            (4, Gen.Constant(SignalKind.Heartbeat)), (4, Gen.Constant(SignalKind.Progress)), (3, Gen.Constant(SignalKind.Succeeded)),
            (2, Gen.Constant(SignalKind.Failed)), (1, Gen.Constant(SignalKind.Killed)), (1, Gen.Constant(SignalKind.KillRequested)))
        from part in Gen.Choose(0, 3)
        from step in Gen.Elements(null, null, "load")
        from final in Gen.Elements(true, false)
        select new Step(after, gap, run, kind, new WorkDone(part / 4f, step, null, part), final);

    static Gen<(Expectation, Step[])> Plots { get; } =
        from expectation in Expectations
        from steps in Steps.ArrayOf()
        select (expectation, steps);

    static bool SeeTheSame((Expectation Expectation, Step[] Steps) plot)
    {
        var now = JobLine.Time("00:00");
        var (always, rarely) = (new RunLine(plot.Expectation, now), new RunLine(plot.Expectation, now));
        var runs = 0;
        foreach (var step in plot.Steps)
        {
            for (var second = 0; second < step.After; second++)
            {
                Look(now = now.AddSeconds(1), always, rarely);
            }

            if (step.Gap > 0)
            {
                var until = now.AddSeconds(step.Gap);
                always.Gap(now, until);
                rarely.Gap(now, until);
                Look(now = until, always, rarely);
            }

            // A run that has ended takes no more signals; the next of its name is another.
            var name = $"{step.Run} {runs}";
            runs += step.Kind is SignalKind.Succeeded or SignalKind.Killed ? 1 : 0;
            always.Says(now, step.Kind, name, step.Work, final: step.Final);
            rarely.Says(now, step.Kind, name, step.Work, final: step.Final);
        }

        for (var second = 0; second < 200; second++)
        {
            Look(now = now.AddSeconds(1), always, rarely);
        }

        Assert.Equal(always.Verdicts, rarely.Verdicts);
        return true;
    }

    static void Look(DateTimeOffset now, RunLine always, RunLine rarely)
    {
        always.Judged(now);
        if (rarely.State.AlarmAt <= now)
        {
            rarely.Judged(now);
        }

        Assert.Equal(always.State.Problem, rarely.State.Problem);
        Assert.Equal(always.State.Health, rarely.State.Health);
        Assert.Equal(always.State.Active.Select(run => (run.Id, run.Mark)), rarely.State.Active.Select(run => (run.Id, run.Mark)));
    }

    static TimeSpan? Seconds(int? seconds) => seconds is { } number ? TimeSpan.FromSeconds(number) : null;

    /// <param name="After">How many seconds pass first.</param>
    /// <param name="Gap">And how many more in which nothing could be received.</param>
    sealed record Step(int After, int Gap, string Run, SignalKind Kind, WorkDone Work, bool Final);
}
