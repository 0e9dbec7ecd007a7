using Vigilant.Dashboard.Layout;
using Vigilant.Dashboard.Runs;
using Vigilant.Domain.Runs;

namespace Vigilant.Dashboard.Tests;

public sealed class RunPartsTests
{
    static readonly FoundRun Failed = new(
        Guid.CreateVersion7(Rendered.Now),
        "billing/import",
        "production",
        RunState.Failed,
        "x-1",
        Rendered.Now.AddMinutes(-7),
        Rendered.Now.AddMinutes(-6),
        TimeSpan.FromMinutes(1),
        TimeSpan.FromSeconds(95),
        2,
        null,
        KillRequested: true,
        "w1",
        new([new("book", "53")]),
        "timeout after 31 ms");

    [Fact]
    public async Task A_row_says_state_job_times_arguments_and_error()
    {
        var html = await Rendered.OfAsync<RunTableRow>(Failed);
        foreach (var said in new[] { ">failed</a>", "attempt 2", "billing/import", "7 min ago", "1 min 35 s", "<b>53</b>", "on w1", "timeout after 31 ms" })
        {
            Assert.Contains(said, html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("kill requested", html, StringComparison.Ordinal);
        Assert.Contains("kill requested", await Rendered.OfAsync<RunTableRow>(Failed with { State = RunState.Started }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_what_others_sent_is_text()
    {
        const string markup = "<script>alert(1)</script>";
        var html = await Rendered.OfAsync<RunTableRow>(Failed with
        {
            Job = markup,
            CallerId = markup,
            Host = markup,
            Why = markup,
            Arguments = new([new(markup, markup)]),
        });
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_on_now_leads_to_its_runs_and_says_where_counting_ended()
    {
        var html = await Rendered.OfAsync<RunsNowView>(new RunsNow(400, 700, 3, 1000, Failed, null));
        Assert.Contains("runs/list?q=state%3Astarted\">3</a>", html, StringComparison.Ordinal);
        Assert.Contains(">1,000 or more</a>", html, StringComparison.Ordinal);
        Assert.Contains($"runs/{Failed.Id}", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Runs longest", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_with_equal_contents_are_equal_so_nothing_is_sent() =>
        Assert.Equal(Failed, Failed with { Arguments = new ValueList<Named>([new("book", "53")]) });
}
