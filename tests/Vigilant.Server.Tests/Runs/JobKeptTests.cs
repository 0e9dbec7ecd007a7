using Microsoft.Extensions.DependencyInjection;
using Vigilant.Server.Pages;

namespace Vigilant.Server.Tests.Runs;

/// <summary>The page of a job says what is kept of it.</summary>
public sealed class JobKeptTests : RunsOverApi
{
    [Fact]
    public async Task Rows_size_tracking_and_the_next_purge_are_shown()
    {
        var run = await CreateAsync("""{"job": "billing/import", "state": "started"}""");
        await SignalAsync(run, """{"kind": "failed"}""");
        await CreateAsync("""{"job": "billing/import", "state": "started"}""");
        var project = await Server.Database.ScalarAsync<Guid>("select id from project");
        var job = await Server.Database.ScalarAsync<Guid>("select id from job");
        var kept = (await Server.Services.GetRequiredService<JobDetailsReader>().FindAsync(project, job, CancellationToken.None))!.Kept!;
        Assert.Equal((1, "full", false), (kept.Rows, kept.Tracking, kept.IsMore));
        Assert.InRange(kept.Bytes, 200, 600);
        Assert.NotNull(kept.NextPurge);
    }
}
