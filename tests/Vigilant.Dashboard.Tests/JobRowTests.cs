using Vigilant.Dashboard.Jobs;
using Vigilant.Domain.Jobs;

namespace Vigilant.Dashboard.Tests;

public sealed class JobRowTests
{
    static readonly JobRow Green = new(
        Guid.CreateVersion7(Rendered.Now),
        "billing",
        "invoice-run",
        "production",
        Colour.Green,
        "succeeded",
        Rendered.Now.AddMinutes(-7),
        Running: false,
        Late: false,
        RunStrip.Of([1, 1, 2, 3, 4]),
        Rendered.Now.AddSeconds(-40),
        Rendered.Now.AddHours(20),
        Rendered.Now.AddHours(21),
        Scheduled: true,
        new(["team=finance"]));

    [Theory]
    [InlineData(Colour.Red, "failed with exit status 3", "Red: ")]
    [InlineData(Colour.Yellow, "running", "Yellow: ")]
    [InlineData(Colour.Green, "succeeded", "Green: ")]
    [InlineData(Colour.Grey, "paused", "Grey: ")]
    public async Task A_colour_is_also_a_word_and_a_shape(Colour colour, string reason, string word)
    {
        var html = await Rendered.OfAsync<JobRowView>(Green with { Colour = colour, Reason = reason });
        Assert.Contains(word, html, StringComparison.Ordinal);
        Assert.Contains(reason, html, StringComparison.Ordinal);
        Assert.Contains("<svg class=\"icon\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_names_reasons_and_labels_is_text()
    {
        const string markup = "<script>alert(1)</script>";
        var html = await Rendered.OfAsync<JobRowView>(Green with
        {
            Name = markup,
            Service = markup,
            Environment = markup,
            Reason = markup,
            Labels = new([markup]),
        });
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Equal(5, html.Split("&lt;script&gt;").Length - 1);
    }

    [Fact]
    public async Task A_red_job_that_runs_again_says_both()
    {
        var html = await Rendered.OfAsync<JobRowView>(Green with { Colour = Colour.Red, Reason = "failed", Running = true });
        Assert.Contains(">running</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_in_its_grace_is_late_and_keeps_its_colour()
    {
        var html = await Rendered.OfAsync<JobRowView>(Green with { Late = true });
        Assert.Contains(">late</span>", html, StringComparison.Ordinal);
        Assert.Contains("health green", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_are_relative_with_the_exact_one_at_hand()
    {
        var html = await Rendered.OfAsync<JobRowView>(Green);
        Assert.Contains("title=\"2026-11-20 05:59:20 UTC\">40 s ago</time>", html, StringComparison.Ordinal);
        Assert.Contains("title=\"2026-11-21 02:00:00 UTC\">in 20 h</time>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_without_a_schedule_is_on_demand_and_one_that_nothing_is_awaited_of_is_not()
    {
        var idle = Green with { DueAt = null, DeadlineAt = null };
        Assert.Contains("not expected", await Rendered.OfAsync<JobRowView>(idle), StringComparison.Ordinal);
        Assert.Contains("on demand", await Rendered.OfAsync<JobRowView>(idle with { Scheduled = false }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_strip_can_be_heard()
    {
        var html = await Rendered.OfAsync<StripView>(Green.Strip);
        Assert.Contains(
            "aria-label=\"last 5 runs: 1 failed, 1 missed, 1 unknown; the newest unknown\"", html, StringComparison.Ordinal);
        Assert.Equal(5, html.Split("<rect").Length - 1);
    }

    [Fact]
    public void Rows_with_equal_contents_are_equal_so_nothing_is_sent() =>
        Assert.Equal(Green, Green with { Labels = new(["team=finance"]), Strip = RunStrip.Of([1, 1, 2, 3, 4]) });
}
