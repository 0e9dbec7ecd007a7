using Vigilant.Testing;

namespace Vigilant.Server.Tests.Jobs;

public sealed class JobRoundTripTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    HttpClient Client => fixture.Server.Client;

    [Fact]
    public async Task A_job_comes_back_as_it_was_put()
    {
        var put = await Client.PutJsonAsync("/v1/services/billing/jobs/invoices", """
            {"schedule":"0 6 * * *","timezone":"Europe/Berlin","grace_seconds":600,"early_seconds":60,"max_runtime_seconds":900,
             "heartbeat_seconds":30,"severity":"warning","labels":{"team":"money"},"description":"Sends the invoices.",
             "runbook_url":"https://example.com/invoices","enabled":true,"slug":"send-invoices"}
            """);
        put.With(201);

        var got = await Client.GetJsonAsync("/v1/services/billing/jobs/invoices");
        Assert.Equal(200, got.Status);
        Assert.Equal(put.Text, got.Text);
        Assert.Equal("0 6 * * *", (string?)got["schedule"]);
        Assert.Equal("Europe/Berlin", (string?)got["timezone"]);
        Assert.Equal(600, (int?)got["grace_seconds"]);
        Assert.Equal(60, (int?)got["early_seconds"]);
        Assert.Equal(900, (int?)got["max_runtime_seconds"]);
        Assert.Equal(30, (int?)got["heartbeat_seconds"]);
        Assert.Equal("warning", (string?)got["severity"]);
        Assert.Equal("money", (string?)got["labels"]!["team"]);
        Assert.Equal("send-invoices", (string?)got["slug"]);
        Assert.Equal($"{fixture.Server.Address}ping/{got["id"]}", (string?)got["ping_url"]);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_told_but_where_the_key_goes()
    {
        var answer = await fixture.Server.Anonymous.GetJsonAsync("/v1/jobs");
        Assert.Equal(401, answer.Status);
        Assert.Equal("application/problem+json", answer.Type);
        Assert.Contains("X-Api-Key", (string?)answer["detail"]);
    }
}
