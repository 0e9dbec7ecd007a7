using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;

namespace Vigilant.Domain.Tests.Runs;

/// <summary>Runs whose signals name them.</summary>
public sealed class NamedRunTests
{
    readonly Expectation _expectation = new(
        null, TimeSpan.Zero, TimeSpan.Zero, MaxRuntime: TimeSpan.FromMinutes(10), Heartbeat: TimeSpan.FromMinutes(1));

    readonly List<Fact> _facts = [];
    JobState _state;
    int _signals;

    public NamedRunTests() => _state = ChangeRule.Create(_expectation, JobLine.Time("00:00"));

    [Fact]
    public void A_run_that_waits_is_not_running_and_cannot_overrun_or_stall()
    {
        Says("01:00", SignalKind.Queued);
        Assert.Equal(Colour.Grey, _state.Health.Colour);
        Assert.Null(_state.AlarmAt);
        Says("09:00", SignalKind.Started);
        Assert.Equal(Colour.Yellow, _state.Health.Colour);
        Assert.Equal(JobLine.Time("09:01"), _state.AlarmAt);
        Says("09:00", SignalKind.Succeeded);
        Assert.Equal(Colour.Green, _state.Health.Colour);
    }

    [Fact]
    public void Of_two_runs_the_second_ends_and_the_first_goes_on()
    {
        Says("01:00", SignalKind.Started, "a");
        Says("01:01", SignalKind.Started, "b");
        Says("01:02", SignalKind.Succeeded, "b");
        Assert.Equal("a", Assert.Single(_state.Active).Rid);
        Assert.Equal(Colour.Yellow, _state.Health.Colour);
    }

    [Fact]
    public void A_failed_attempt_that_is_not_the_last_is_no_failure_of_the_job()
    {
        Says("01:00", SignalKind.Started);
        Assert.Equal(RunState.Queued, Taken(Says("01:01", SignalKind.Failed, maxAttempts: 2)).State);
        Assert.Equal(Problem.None, _state.Problem);
        Says("01:02", SignalKind.Started, attempt: 2);
        Assert.Equal((2, JobLine.Time("01:02")), (Assert.Single(_state.Active).Attempt, Assert.Single(_state.Active).StartedAt));
        Assert.Equal(RunState.Failed, Taken(Says("01:03", SignalKind.Failed, attempt: 2, maxAttempts: 2)).State);
        Assert.Equal(Problem.Failed, _state.Problem);
    }

    [Theory]
    [InlineData(true, RunState.Failed)]
    [InlineData(false, RunState.Queued)]
    public void What_says_whether_it_is_final_is_believed_over_the_number_of_attempts(bool final, RunState expected)
    {
        Says("01:00", SignalKind.Started);
        Assert.Equal(expected, Taken(Says("01:01", SignalKind.Failed, attempt: 1, maxAttempts: final ? 5 : 1, final: final)).State);
    }

    [Fact]
    public void What_is_about_an_attempt_that_is_over_is_refused()
    {
        Says("01:00", SignalKind.Started, attempt: 2);
        var refused = Assert.IsType<SignalOutcome.Refused>(Says("01:01", SignalKind.Succeeded, attempt: 1));
        Assert.Contains("attempt 2", refused.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Killed_and_skipped_end_a_run_and_say_nothing_of_the_job()
    {
        Says("01:00", SignalKind.Started, "a");
        Says("01:01", SignalKind.Killed, "a");
        Says("01:02", SignalKind.Skipped, "b");
        Assert.Empty(_state.Active);
        Assert.Equal((Problem.None, Outcome.None), (_state.Problem, _state.LastOutcome));
    }

    [Fact]
    public void Nobody_can_ask_to_kill_what_is_not_there()
    {
        Assert.IsType<SignalOutcome.NoSuchRun>(Says("01:00", SignalKind.KillRequested));
        Assert.Equal(0, _state.SignalCount);
    }

    [Fact]
    public void A_ping_without_a_run_id_is_not_about_runs_that_are_named()
    {
        Says("01:00", SignalKind.Started, "a");
        Says("01:01", SignalKind.Started, "b");
        (_state, var run) = SignalRule.Apply(_state, _expectation, new Signal(NextId(), SignalKind.Succeeded, JobLine.Time("01:02")), null, _facts);
        Assert.Equal(2, _state.Active.Count);
        Assert.DoesNotContain(_state.Active, one => one.Id == run);
    }

    [Fact]
    public void However_runs_come_and_go_what_is_kept_of_them_all_is_what_counting_finds()
    {
        var random = new Random(7);
        var active = ActiveRuns.None;
        for (var step = 0; step < 5000; step++)
        {
            var id = new Guid(random.Next(40), 0, 0, new byte[8]);
            var state = RunStates.Active[random.Next(3)];
            active = random.Next(3) == 0 && active.Find(id) is { } gone
                ? active.Without(gone)
                : active.With(new ActiveRun(id, $"{id}", null, default, (RunMark)random.Next(5))
                {
                    State = state,
                    StartedAt = state == RunState.Started ? default(DateTimeOffset) : null,
                    MadeAt = JobLine.Time("00:00").AddMinutes(random.Next(5)),
                });
            if (random.Next(5) > 0)
            {
                // What is kept of deadlines begins only when somebody asks.
                continue;
            }

            Assert.Equal(active.Select(run => run.Id).Distinct().Count(), active.Count);
            Assert.Equal(active.Any(run => run.State == RunState.Started), active.AnyStarted);
            Assert.Equal(active.Any(run => run.Mark == RunMark.Overrun), active.AnyOverrun);
            Assert.Equal(active.Any(run => run.Mark is RunMark.Stalled or RunMark.Unchanged), active.AnyStalled);
            Assert.Equal(active.Count(run => run.Mark == RunMark.Waiting), active.LateCount);
            Assert.Equal(
                active.Where(run => run is { StartedAt: null, Mark: not RunMark.Waiting }).OrderBy(run => run.MadeAt).ThenBy(run => run.Id),
                active.Waiting);
            Assert.Equal(active.Where(run => run.State == RunState.Started), active.Started);
            Assert.All(active, run => Assert.Same(run, active.Find(run.Rid!)));
        }
    }

    [Fact]
    public void Every_state_is_active_or_finished_and_has_one_word()
    {
        Assert.Equal(Enum.GetValues<RunState>().Order(), RunStates.Active.Concat(RunStates.Finished).Order());
        Assert.All(RunStates.All, state => Assert.Equal(state, RunStates.Parse(state.Word())));
        Assert.Null(RunStates.Parse("done"));
    }

    static SignalOutcome.Taken Taken(SignalOutcome outcome) => Assert.IsType<SignalOutcome.Taken>(outcome);

    SignalOutcome Says(
        string at, SignalKind kind, string rid = "x", int? attempt = null, int? maxAttempts = null, bool? final = null)
    {
        var signal = new Signal(NextId(), kind, JobLine.Time(at), rid) { Attempt = attempt, MaxAttempts = maxAttempts, Final = final };
        (_state, var outcome) = NamedSignalRule.Apply(_state, _expectation, signal, null, _facts);
        return outcome;
    }

    Guid NextId() => new(++_signals, 0, 0, new byte[8]);
}
