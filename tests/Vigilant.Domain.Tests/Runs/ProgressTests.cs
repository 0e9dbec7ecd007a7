using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;

namespace Vigilant.Domain.Tests.Runs;

/// <summary>Runs that are alive and do not come further.</summary>
public sealed class ProgressTests
{
    [Fact]
    public void A_run_whose_progress_stays_the_same_is_stalled_however_alive_it_is()
    {
        var job = new RunLine(progress: 12, heartbeat: 2).Starts("01:00").Tells("01:01", 0.4f);
        for (var minute = 2; minute <= 13; minute++)
        {
            job.Tells($"01:{minute:00}", 0.4f).Judged($"01:{minute:00}:00");
        }

        Assert.Equal((Colour.Red, Problem.Stalled), (job.Colour, job.State.Problem));
        Assert.Equal("stalled: progress unchanged at 40 % for 12 minutes", job.Reason);
        Assert.Equal(JobLine.Time("01:13"), Assert.Single(job.Verdicts).At);
        Assert.Equal(Problem.Stalled, job.Beats("01:14").State.Problem);
    }

    [Fact]
    public void Progress_ends_the_stall()
    {
        var job = new RunLine(progress: 12).Starts("01:00").Tells("01:01", 0.4f).Judged("01:13").Tells("01:20", 0.41f);
        Assert.Equal((Colour.Yellow, Problem.None), (job.Colour, job.State.Problem));
        Assert.Equal(JobLine.Time("01:32"), job.State.AlarmAt);
    }

    [Fact]
    public void The_end_of_the_run_ends_the_stall() =>
        Assert.Equal(Colour.Green, new RunLine(progress: 12).Starts("01:00").Judged("01:12").Succeeds("01:20").Colour);

    [Fact]
    public void A_run_that_never_tells_of_progress_is_counted_from_its_start()
    {
        var job = new RunLine(progress: 12).Queues("00:00").Starts("01:00").Beats("01:11").Judged("01:12");
        Assert.Equal("stalled: no progress for 12 minutes", job.Reason);
    }

    [Fact]
    public void A_step_that_comes_further_is_progress_and_one_told_again_is_not()
    {
        var job = new RunLine(progress: 10).Starts("01:00").Tells("01:05", 0.5f, "load").Tells("01:09", 1, "load");
        Assert.Equal(Problem.None, job.Judged("01:18").State.Problem);
        job.Tells("01:18", 0.1f, "write").Tells("01:20", 1, "load").Tells("01:21", 0.1f, "write");
        Assert.Equal(Problem.None, job.Judged("01:27:59").State.Problem);
        Assert.Equal(Problem.Stalled, job.Judged("01:28").State.Problem);
    }

    [Fact]
    public void More_items_are_progress()
    {
        var job = new RunLine(progress: 10).Starts("01:00").Tells("01:05", processed: 100).Tells("01:14", processed: 200).Tells("01:20", processed: 200);
        Assert.Equal(Problem.None, job.Judged("01:23").State.Problem);
        Assert.Equal("stalled: progress unchanged at 200 items for 10 minutes", job.Judged("01:24").Reason);
    }

    [Fact]
    public void The_next_attempt_begins_anew()
    {
        var job = new RunLine(progress: 10).Starts("01:00").Tells("01:05", 0.5f).Says("01:06", SignalKind.Failed, final: false);
        Assert.Equal(Problem.None, job.Judged("02:00").State.Problem);
        job.Starts("02:00", attempt: 2).Tells("02:09", 0.5f);
        Assert.Equal(Problem.None, job.Judged("02:18").State.Problem);
        Assert.Equal(Problem.Stalled, job.Judged("02:19").State.Problem);
    }

    [Fact]
    public void A_lost_sign_of_life_is_told_as_such()
    {
        var job = new RunLine(progress: 10, heartbeat: 2).Starts("01:00").Judged("01:02");
        Assert.Equal("stalled: no sign of life for 2 minutes", job.Reason);
        Assert.Equal(Problem.None, job.Beats("01:05").State.Problem);
        Assert.Equal(Problem.Stalled, job.Beats("01:08:30").Judged("01:10").State.Problem);
        Assert.Equal("stalled: no progress for 10 minutes", job.Reason);
    }

    [Fact]
    public void After_a_long_gap_progress_is_awaited_anew()
    {
        var job = new RunLine(progress: 10).Starts("01:00").Tells("01:05", 0.5f).Gap("01:06", "01:40").Judged("01:40");
        Assert.Equal(Problem.None, job.State.Problem);
        Assert.Equal(JobLine.Time("01:50"), Assert.Single(job.Judged("01:50").Verdicts).At);
    }

    [Fact]
    public void A_short_gap_at_the_deadline_moves_it()
    {
        var job = new RunLine(progress: 10).Starts("01:00").Gap("01:09:50", "01:10:10").Judged("01:11");
        Assert.Equal(Problem.None, job.State.Problem);
        Assert.Equal(Problem.Stalled, job.Judged("01:11:10").State.Problem);
    }
}
