using Vigilant.Domain.Jobs;

namespace Vigilant.Domain.Tests.Runs;

/// <summary>A schedule with slots.</summary>
public sealed class SlotTests
{
    // slot 06:00        deadline 06:30
    // ----|-----grace------|------>
    [Theory]
    [InlineData("06:29:59", Colour.Grey)]
    [InlineData("06:30:00", Colour.Red)]
    public void A_slot_is_missed_once_its_grace_has_passed(string at, Colour colour) =>
        Assert.Equal(colour, new JobLine("0 6 * * *", graceMinutes: 30).Judged(at).Colour);

    [Theory]
    [InlineData("05:59:29", false)]
    [InlineData("05:59:30", true)]
    [InlineData("06:00:00", true)]
    [InlineData("06:29:59", true)]
    public void A_success_within_early_before_its_slot_meets_it(string at, bool met)
    {
        var job = new JobLine("0 6 * * *", graceMinutes: 30, earlySeconds: 30).Succeeds(at).Judged("06:30");
        Assert.Equal(met ? Colour.Green : Colour.Red, job.Colour);
        Assert.Equal([met ? "06:00 Met" : "06:00 Missed"], job.Slots);
    }

    [Fact]
    public void Early_is_at_most_half_the_way_to_the_next_slot()
    {
        var job = new JobLine("*/2 * * * *", at: "06:00", graceMinutes: 1, earlySeconds: 3600).Succeeds("06:02:59").Judged("06:05");
        Assert.Equal(["06:02 Met", "06:04 Missed"], job.Slots);
    }

    [Fact]
    public void A_late_success_never_hides_a_missed_slot()
    {
        // 06:00 never came; the run at 06:06 is the one of 06:05.
        var job = new JobLine("*/5 * * * *", at: "05:58", graceMinutes: 10).Succeeds("06:06").Judged("06:10");
        Assert.Equal(["06:05 Met", "06:00 Missed"], job.Slots);
        Assert.Equal(Problem.Missed, job.State.Problem);
    }

    [Fact]
    public void Two_late_runs_meet_two_slots()
    {
        var job = new JobLine("*/5 * * * *", at: "05:58", graceMinutes: 10).Succeeds("06:06").Succeeds("06:07").Judged("06:12");
        Assert.Equal(["06:05 Met", "06:00 Met"], job.Slots);
        Assert.Equal(JobLine.Time("06:10"), job.State.DueAt);
    }

    [Fact]
    public void A_run_is_for_the_slot_in_which_it_started()
    {
        // Each run takes seven minutes; it starts on time and ends after the next slot has begun.
        var job = new JobLine("*/5 * * * *", at: "05:58", graceMinutes: 10)
            .Starts("06:00", "a").Starts("06:05", "b").Succeeds("06:07", "a").Succeeds("06:12", "b").Judged("06:14");
        Assert.Equal(["06:00 Met", "06:05 Met"], job.Slots);
        Assert.Empty(job.Verdicts);
    }

    [Fact]
    public void A_start_does_not_meet_a_slot()
    {
        var job = new JobLine("0 6 * * *", graceMinutes: 30).Starts("06:00").Judged("06:30");
        Assert.Equal(["06:00 Missed"], job.Slots);
    }

    [Fact]
    public void A_success_after_the_deadline_clears_the_problem_and_not_the_missed_slot()
    {
        var job = new JobLine("0 6 * * *", graceMinutes: 30).Judged("06:30").Succeeds("07:00");
        Assert.Equal(["06:00 Missed"], job.Slots);
        Assert.Equal(Colour.Green, job.Colour);
        Assert.Equal("succeeded after 1 missed run", job.State.Health.Reason);
        Assert.Equal(JobLine.Time("2026-11-03 06:00"), job.State.DueAt);
    }

    [Fact]
    public void Every_missed_slot_is_counted()
    {
        var job = new JobLine("0 * * * *", graceMinutes: 5).Judged("01:05").Judged("02:05").Judged("04:30");
        Assert.Equal(4, job.State.MissedCount);
        Assert.Equal("missed 4 slots, the last at 2026-11-02 04:00:00 UTC", job.State.Health.Reason);
        Assert.Equal(JobLine.Time("01:05"), job.State.Health.Since);
    }

    [Fact]
    public void A_failed_run_may_be_repeated_until_the_grace_has_passed()
    {
        var job = new JobLine("0 6 * * *", graceMinutes: 30).Fails("06:05").Succeeds("06:20").Judged("06:30");
        Assert.Equal(["06:00 Met"], job.Slots);
        Assert.Equal(Colour.Green, job.Colour);
    }

    [Fact]
    public void A_slot_whose_run_failed_is_missed_but_the_job_is_red_for_the_failure()
    {
        var job = new JobLine("0 6 * * *", graceMinutes: 30).Fails("06:05", status: 2).Judged("06:30");
        Assert.Equal(["06:00 Missed"], job.Slots);
        Assert.Equal(Problem.Failed, job.State.Problem);
        Assert.Equal(0, job.State.MissedCount);
    }

    [Fact]
    public void Slots_before_the_job_was_made_are_not_expected()
    {
        var job = new JobLine("0 6 * * *", at: "06:10", graceMinutes: 30).Judged("06:31");
        Assert.Equal(Colour.Grey, job.Colour);
        Assert.Equal(JobLine.Time("2026-11-03 06:30"), job.State.AlarmAt);
    }

    [Fact]
    public void Ten_thousand_missed_slots_are_decided_in_pieces_and_all_counted()
    {
        var job = new JobLine("* * * * *");
        for (var look = 0; look < 30; look++)
        {
            job.Judged("2026-11-09 00:00");
        }

        Assert.Equal(7 * 24 * 60, job.State.MissedCount);
        Assert.Equal(JobLine.Time("2026-11-09 00:01"), job.State.AlarmAt);
    }
}
