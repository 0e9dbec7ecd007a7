using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Vigilant.Dashboard.Runs;
using Vigilant.Domain.Runs;

namespace Vigilant.Dashboard.Tests;

public sealed class RunViewTests
{
    [Fact]
    public void A_view_reads_back_from_its_address()
    {
        var view = new RunView("state:failed error:\"a&b=c\"", OldestFirst: true, RunGrouping.Error, Guid.CreateVersion7(Rendered.Now));
        Assert.Equal(view, RunView.Of(Query(view.Address())));
    }

    [Theory]
    [InlineData("?")]
    [InlineData("?by=colour&order=up&after=x")]
    [InlineData("?q=%20&by=17")]
    public void What_cannot_be_read_chooses_nothing(string query) => Assert.Equal(new RunView(), RunView.Of(Query(query)));

    [Theory]
    [InlineData("?", "24h", 24)]
    [InlineData("?range=7d", "7d", 168)]
    [InlineData("?range=9y", "24h", 24)]
    [InlineData("?from=2026-11-20T00:00&to=2026-11-20T03:00Z", null, 3)]
    [InlineData("?from=2026-11-20T03:00", null, 3)]
    [InlineData("?from=2026-11-20T03:00&to=2026-11-20T03:00", "24h", 24)]
    [InlineData("?from=soon", "24h", 24)]
    public void A_time_range_is_read_or_is_the_last_day(string query, string? word, int hours)
    {
        var range = TimeRange.Of(Query(query), Rendered.Now);
        Assert.Equal(word, range.Word);
        Assert.Equal(TimeSpan.FromHours(hours), range.Length);
        Assert.Equal(range, TimeRange.Of(Query(QueryString.Create(range.Parts().Where(part => part.Value is not null)).Value!), Rendered.Now));
    }

    [Theory]
    [InlineData("TaskPlan", "42", "resources/TaskPlan/42")]
    [InlineData("Book", "a b/c?d", "resources/Book/a%20b/c%3Fd")]
    [InlineData("a/b", "1", "runs/list?q=resource%3Aa%2Fb%3A1")]
    [InlineData("Book", "../1", "runs/list?q=resource%3ABook%3A..%2F1")]
    public void A_resource_has_an_address_whatever_its_name(string kind, string id, string address) =>
        Assert.Equal(address, RunLinks.Resource(kind, id));

    [Fact]
    public void Runs_that_overlap_lie_above_each_other_and_bars_never_touch()
    {
        var at = Rendered.Now;
        var lane = TimelineLanes.Of("a/b", "production", new[]
        {
            Run(0, 10), Run(5, 15), Run(10, 12), Run(12, null), Run(12.5, 12.5), Run(13, 14),
        }, TimeSpan.FromMinutes(2), at.AddMinutes(30));
        Assert.Equal([0, 1, 0, 0, 2, 3], lane.Bars.Select(bar => bar.Row));
        Assert.Equal(4, lane.Rows);

        (Guid, RunState, DateTimeOffset, DateTimeOffset?) Run(double from, double? until) =>
            (Guid.Empty, until is null ? RunState.Started : RunState.Succeeded, at.AddMinutes(from), until is { } end ? at.AddMinutes(end) : null);
    }

    [Fact]
    public void A_crowd_of_runs_keeps_to_the_rows_there_are()
    {
        var runs = Enumerable.Range(0, 50).Select(_ => (Guid.Empty, RunState.Started, Rendered.Now, (DateTimeOffset?)null));
        Assert.Equal(TimelineLanes.MostRows, TimelineLanes.Of("a/b", "production", runs, TimeSpan.Zero, Rendered.Now.AddHours(1)).Rows);
    }

    [Theory]
    [InlineData(60, "06:10 06:20 06:30 06:40 06:50")]
    [InlineData(24 * 60, "09:00 12:00 15:00 18:00 21:00 21 Nov 03:00")]
    [InlineData(30 * 24 * 60, "23 Nov 30 Nov 7 Dec 14 Dec")]
    public void Ticks_stand_at_round_times(int minutes, string words) =>
        Assert.Equal(words, string.Join(' ', Ticks.Of(Rendered.Now, Rendered.Now.AddMinutes(minutes)).Select(tick => tick.Word)));

    static QueryCollection Query(string address) => new(QueryHelpers.ParseQuery(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : ""));
}
