using Vigilant.Domain.Detection;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;

namespace Vigilant.Domain.Tests.Runs;

/// <summary>A hundred thousand runs that wait cost a look or a signal no more than the few that it is about.</summary>
public sealed class ManyWaitingTests
{
    const int Many = 100_000;

    [Fact]
    public void A_look_at_many_that_wait_is_about_those_whose_time_has_come()
    {
        var begin = JobLine.Time("00:00");
        var expectation = new Expectation(null, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromHours(1), TimeSpan.FromHours(1))
        {
            MaxWait = TimeSpan.FromHours(10),
            Progress = TimeSpan.FromHours(1),
        };
        var state = ChangeRule.Create(expectation, begin) with
        {
            Active = ActiveRuns.Of(Enumerable.Range(0, Many).Select(number => Waiting(number, begin.AddSeconds(number / 10.0)))),
        };
        var facts = new List<Fact>();
        for (var look = 0; look < 1000; look++)
        {
            var now = begin.AddHours(10).AddSeconds(look);
            (state, _) = NamedSignalRule.Apply(
                state, expectation, new Signal(Id(Many + look), SignalKind.Queued, now, $"new {look}"), null, facts);
            (state, _) = NamedSignalRule.Apply(
                state, expectation, new Signal(Id((2 * Many) + look), SignalKind.Started, now, $"{look}"), null, facts);
            (state, _) = NamedSignalRule.Apply(
                state, expectation, new Signal(Id((3 * Many) + look), SignalKind.Succeeded, now, $"{look}"), null, facts);
            state = DeadlineRule.Judge(state, expectation, now, confirmed: true, [], facts);
        }

        Assert.Equal(8991, state.Active.LateCount);
    }

    static ActiveRun Waiting(int number, DateTimeOffset at) => new(Id(number), $"{number}", null, at)
    {
        State = RunState.Queued,
        MadeAt = at,
        QueuedAt = at,
    };

    static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
