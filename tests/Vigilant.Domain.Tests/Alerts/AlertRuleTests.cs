using Vigilant.Domain.Alerts;
using Vigilant.Domain.Jobs;

namespace Vigilant.Domain.Tests.Alerts;

public sealed class AlertRuleTests
{
    static readonly DateTimeOffset Six = new(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);
    static readonly Verdict Missed = new()
    {
        At = Six,
        Colour = Colour.Red,
        Problem = Problem.Missed,
        Reason = "missed 1 run",
        MissedCount = 1,
    };

    static readonly Verdict Failed = new()
    {
        At = Six,
        Colour = Colour.Red,
        Problem = Problem.Failed,
        Reason = "failed with exit status 3",
        ExitStatus = 3,
    };

    static readonly Verdict Well = new()
    {
        At = Six.AddMinutes(32),
        Colour = Colour.Green,
        Problem = Problem.None,
        Reason = "succeeded",
    };

    static readonly OpenAlert OneMissed = new(AlertClass.Missed, Severity.Warning, "missed 1 run", 1, false, Six);

    [Fact]
    public void The_first_problem_opens_an_alert_at_the_exact_deadline()
    {
        var opened = Assert.IsType<AlertDecision.Opened>(Decide(null, Missed));
        Assert.Equal(AlertReason.ProblemBegan, opened.Why);
        Assert.Equal(OneMissed, opened.Alert);
    }

    [Theory]
    [InlineData(Problem.Missed, null, AlertClass.Missed)]
    [InlineData(Problem.Overrun, null, AlertClass.Overrun)]
    [InlineData(Problem.Stalled, null, AlertClass.Stalled)]
    [InlineData(Problem.Waiting, null, AlertClass.Waiting)]
    [InlineData(Problem.Partial, 0, AlertClass.Partial)]
    [InlineData(Problem.TooFast, 0, AlertClass.Partial)]
    [InlineData(Problem.Failed, null, AlertClass.Transient)]
    [InlineData(Problem.Failed, 1, AlertClass.Transient)]
    [InlineData(Problem.Failed, 125, AlertClass.Transient)]
    [InlineData(Problem.Failed, 126, AlertClass.Configuration)]
    [InlineData(Problem.Failed, 127, AlertClass.Configuration)]
    [InlineData(Problem.Failed, 128, AlertClass.Transient)]
    [InlineData(Problem.Missed, 127, AlertClass.Missed)]
    public void A_problem_has_a_class(Problem problem, int? exitStatus, AlertClass expected) =>
        Assert.Equal(expected, AlertClassRule.Classify(problem, exitStatus));

    [Fact]
    public void A_second_missed_run_updates_the_alert_and_leaves_when_it_opened()
    {
        var more = Missed with { At = Six.AddMinutes(5), MissedCount = 2, Reason = "missed 2 runs" };
        var updated = Assert.IsType<AlertDecision.Updated>(Decide(OneMissed, more));
        Assert.Equal(AlertReason.MissedMore, updated.Why);
        Assert.Equal(OneMissed with { MissedCount = 2, Reason = "missed 2 runs" }, updated.Alert);
    }

    [Fact]
    public void A_failure_while_missed_changes_the_class_of_the_same_alert()
    {
        var updated = Assert.IsType<AlertDecision.Updated>(Decide(OneMissed, Failed));
        Assert.Equal(AlertReason.ClassChanged, updated.Why);
        Assert.Equal(AlertClass.Transient, updated.Alert.Class);
        Assert.Equal(Six, updated.Alert.OpenedAt);
    }

    [Fact]
    public void The_same_verdict_twice_does_nothing() =>
        Assert.Equal(new AlertDecision.Nothing(AlertReason.SaysTheSame), Decide(OneMissed, Missed));

    [Fact]
    public void Another_failure_of_the_same_class_tells_the_reason_anew()
    {
        var open = new OpenAlert(AlertClass.Transient, Severity.Warning, "failed with exit status 2", 0, false, Six);
        Assert.Equal(AlertReason.ToldAnew, Assert.IsType<AlertDecision.Updated>(Decide(open, Failed)).Why);
    }

    [Fact]
    public void A_changed_severity_of_the_job_reaches_its_open_alert()
    {
        var updated = Assert.IsType<AlertDecision.Updated>(AlertRule.Decide(OneMissed, Missed, Severity.Fatal));
        Assert.Equal(Severity.Fatal, updated.Alert.Severity);
    }

    [Fact]
    public void A_success_resolves_and_says_how_much_was_missed_and_for_how_long()
    {
        var resolved = Resolved(Decide(OneMissed with { MissedCount = 4 }, Well));
        Assert.Equal(AlertReason.Recovered, resolved.Why);
        Assert.Equal("signal", resolved.By);
        Assert.Equal("recovered after 4 missed runs, 32 minutes after it opened", resolved.Resolution);
        Assert.Equal(Six.AddMinutes(32), resolved.At);
    }

    [Theory]
    [InlineData(0, "recovered, 32 minutes after it opened")]
    [InlineData(1, "recovered after 1 missed run, 32 minutes after it opened")]
    public void Nothing_missed_is_not_mentioned_and_one_is_one(int missed, string expected) =>
        Assert.Equal(expected, Resolved(Decide(OneMissed with { MissedCount = missed }, Well)).Resolution);

    [Fact]
    public void A_success_without_an_open_alert_does_nothing() =>
        Assert.Equal(new AlertDecision.Nothing(AlertReason.NothingOpen), Decide(null, Well));

    [Theory]
    [InlineData("paused by ann: moving house")]
    [InlineData("Disabled")]
    public void A_pause_resolves_even_with_the_problem_still_there(string reason)
    {
        var paused = Missed with { Colour = Colour.Grey, Reason = reason, At = Six.AddSeconds(90) };
        var resolved = Resolved(Decide(OneMissed, paused));
        Assert.Equal(AlertReason.Paused, resolved.Why);
        Assert.Equal("pause", resolved.By);
        Assert.Equal($"{reason}, 1 minute 30 seconds after it opened", resolved.Resolution);
    }

    [Fact]
    public void A_new_expectation_resolves_and_is_not_called_a_recovery()
    {
        var resolved = Resolved(Decide(OneMissed, Well with { Colour = Colour.Grey, Reason = "the schedule changed" }));
        Assert.Equal("change", resolved.By);
        Assert.Equal("the schedule changed, 32 minutes after it opened", resolved.Resolution);
    }

    [Theory]
    [InlineData(AlertClass.Waiting)]
    [InlineData(AlertClass.Stalled)]
    public void What_was_wrong_with_a_run_is_over_with_it_also_where_no_run_ever_ended(AlertClass was)
    {
        var resolved = Resolved(Decide(OneMissed with { Class = was, MissedCount = 0 }, Well with { Colour = Colour.Grey, Reason = "unknown" }));
        Assert.Equal(("signal", "recovered, 32 minutes after it opened"), (resolved.By, resolved.Resolution));
    }

    [Fact]
    public void A_paused_job_opens_no_alert() =>
        Assert.Equal(
            new AlertDecision.Nothing(AlertReason.NotWatched),
            Decide(null, Missed with { Colour = Colour.Grey, Reason = "paused" }));

    [Fact]
    public void An_unconfirmed_verdict_marks_the_alert_until_a_confirmed_one_comes()
    {
        var opened = Assert.IsType<AlertDecision.Opened>(Decide(null, Missed with { Unconfirmed = true }));
        Assert.True(opened.Alert.Unconfirmed);

        var updated = Assert.IsType<AlertDecision.Updated>(Decide(opened.Alert, Missed));
        Assert.Equal(AlertReason.Confirmed, updated.Why);
        Assert.False(updated.Alert.Unconfirmed);
        Assert.Equal(new AlertDecision.Nothing(AlertReason.SaysTheSame), Decide(OneMissed, Missed with { Unconfirmed = true }));
    }

    [Fact]
    public void An_unconfirmed_alert_resolves_as_on_time_and_never_before_it_opened()
    {
        var late = Well with { At = Six.AddSeconds(-3), Reason = "was on time" };
        var resolved = Resolved(Decide(OneMissed with { Unconfirmed = true }, late));
        Assert.Equal(AlertReason.WasOnTime, resolved.Why);
        Assert.Equal("was on time; the signal was read late", resolved.Resolution);
        Assert.Equal(Six, resolved.At);
    }

    [Fact]
    public void A_confirmed_alert_is_never_explained_away_as_on_time() =>
        Assert.Equal(AlertReason.Recovered, Decide(OneMissed, Well with { Reason = "succeeded on time" }).Why);

    static AlertDecision Decide(OpenAlert? open, Verdict verdict) => AlertRule.Decide(open, verdict, Severity.Warning);

    static AlertDecision.Resolved Resolved(AlertDecision decision) => Assert.IsType<AlertDecision.Resolved>(decision);
}
