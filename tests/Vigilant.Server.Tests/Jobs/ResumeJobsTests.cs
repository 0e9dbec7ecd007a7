using Microsoft.Extensions.DependencyInjection;
using Vigilant.Server.Jobs;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Jobs;

public sealed class ResumeJobsTests
{
    // paused 12:00            until 14:00
    // ----|----------------------|------> resumed
    [Fact]
    public async Task A_pause_ends_by_itself_when_its_time_is_over()
    {
        const string job = "/v1/services/s/jobs/j";
        var clock = new ManualClock(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));
        await using var server = await TestServer.StartAsync(new TestServerSettings { Clock = clock });
        await server.Client.PutJsonAsync(job, """{"schedule":"every 1h"}""");
        (await server.Client.PostJsonAsync($"{job}/pause", """{"who":"Ada","until":"2026-05-01T14:00:00Z"}""")).With(200);
        var pass = server.Services.GetRequiredService<ResumeJobs>();

        clock.Advance(TimeSpan.FromMinutes(119));
        await pass.RunOnceAsync(TestContext.Current.CancellationToken);
        Assert.NotNull((await server.Client.GetJsonAsync(job))["paused"]);

        clock.Advance(TimeSpan.FromMinutes(1));
        await pass.RunOnceAsync(TestContext.Current.CancellationToken);
        Assert.Null((await server.Client.GetJsonAsync(job)).With(200)["paused"]);
    }
}
