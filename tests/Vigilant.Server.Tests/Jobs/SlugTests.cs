using Microsoft.Extensions.DependencyInjection;
using Vigilant.Server.Jobs;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Jobs;

public sealed class SlugTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    static CancellationToken Stopping => TestContext.Current.CancellationToken;

    SlugDirectory Slugs => fixture.Server.Services.GetRequiredService<SlugDirectory>();

    JobStore Jobs => fixture.Server.Services.GetRequiredService<JobStore>();

    [Fact]
    public async Task A_slug_stands_for_its_job_until_the_job_goes()
    {
        const string job = "/v1/services/s/jobs/found";
        var id = (Guid?)(await fixture.Client.PutJsonAsync(job, """{"slug":"found"}"""))["id"];
        Assert.Equal(id, (await FindAsync("found")).JobId);

        await fixture.Client.PutJsonAsync(job, """{"slug":"renamed"}""");
        Assert.Null((await FindAsync("found")).JobId);
        Assert.Equal(id, (await FindAsync("renamed")).JobId);

        await fixture.Client.DeleteJsonAsync(job);
        Assert.Null((await FindAsync("renamed")).JobId);
    }

    [Fact]
    public async Task A_wrong_ping_key_is_told_from_an_unknown_slug()
    {
        Assert.NotNull((await FindAsync("never-heard-of")).ProjectId);
        Assert.Null((await Slugs.FindAsync("WrongKeyWrongKeyWrong1", "found", Stopping)).ProjectId);
    }

    [Fact]
    public async Task Many_pings_of_a_new_slug_make_one_job()
    {
        var project = (await FindAsync("raced")).ProjectId!.Value;
        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Jobs.CreateBySlugAsync(project, "raced", Stopping)));
        Assert.Single(made.Select(job => job.JobId).Distinct());
        Assert.Single(made, job => job.IsNew);
        var got = await fixture.Client.GetJsonAsync("/v1/services/default/jobs/raced");
        Assert.Equal("every 1d", (string?)got.With(200)["schedule"]);
        Assert.Equal(3600, (int?)got["grace_seconds"]);
        Assert.Equal("raced", (string?)got["slug"]);
    }

    [Fact]
    public async Task A_pinged_job_takes_another_name_when_its_own_is_taken()
    {
        await fixture.Client.PutJsonAsync("/v1/services/default/jobs/taken", """{"slug":"elsewhere"}""");
        var project = (await FindAsync("taken")).ProjectId!.Value;
        var (id, _) = await Jobs.CreateBySlugAsync(project, "taken", Stopping);
        Assert.Equal(id, (await FindAsync("taken")).JobId);
        (await fixture.Client.GetJsonAsync("/v1/services/default/jobs/taken%202")).With(200);
    }

    [Fact]
    public async Task What_another_node_changed_is_forgotten()
    {
        var first = (Guid?)(await fixture.Client.PutJsonAsync("/v1/services/s/jobs/one", """{"slug":"moves"}"""))["id"];
        Assert.Equal(first, (await FindAsync("moves")).JobId);
        await using var other = await TestServer.StartAsync(new TestServerSettings { Database = fixture.Server.Database });
        await other.Client.PutJsonAsync("/v1/services/s/jobs/one", """{"slug":"moved-away"}""");
        var second = (Guid?)(await other.Client.PutJsonAsync("/v1/services/s/jobs/two", """{"slug":"moves"}"""))["id"];

        await fixture.Server.Services.GetRequiredService<FollowSlugChanges>().RunOnceAsync(Stopping);
        Assert.Equal(second, (await FindAsync("moves")).JobId);
    }

    ValueTask<SlugLookup> FindAsync(string slug) => Slugs.FindAsync(TestServer.PingKey, slug, Stopping);
}
