using System.Text.RegularExpressions;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Jobs;

public sealed partial class JobRoundTripTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    HttpClient Client => fixture.Client;

    [Fact]
    public async Task A_job_comes_back_as_it_was_put()
    {
        var put = await Client.PutJsonAsync("/v1/services/billing/jobs/invoices", """
            {"schedule":"0 6 * * *","timezone":"Europe/Berlin","grace_seconds":600,"early_seconds":60,"max_runtime_seconds":900,
             "heartbeat_seconds":30,"max_wait_seconds":300,"progress_seconds":120,"min_runtime_seconds":5,"partial_tolerance":"2.50 %","severity":"warning","labels":{"team":"money"},"description":"Sends the invoices.",
             "runbook_url":"https://example.com/invoices","enabled":true,"slug":"send-invoices"}
            """);
        var got = await Client.GetJsonAsync("/v1/services/billing/jobs/invoices");
        Assert.Equal(put.With(201).Text, got.With(200).Text);
        Assert.Equal($"{fixture.Server.Address}ping/{got["id"]}", (string?)got["ping_url"]);
        Assert.Equal(Golden("job.json"), Stable(got.Json!.ToJsonString(Indented)));
    }

    [Fact]
    public async Task The_body_is_json_whatever_its_content_type_says()
    {
        using var form = new StringContent("""{"schedule":"every 30s"}""", null, "application/x-www-form-urlencoded");
        var answer = await Client.PutAsync(
            new Uri("/v1/services/billing/jobs/by-curl", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Created, answer.StatusCode);
    }

    [Fact]
    public async Task A_put_replaces_all_settings()
    {
        var created = await Client.PutJsonAsync(
            "/v1/services/billing/jobs/replaced", """{"schedule":"every 1h","severity":"info","labels":{"a":"b"},"slug":"own"}""");
        var replaced = await Client.PutJsonAsync("/v1/services/billing/jobs/replaced", """{"description":"Only this."}""");
        Assert.Equal((string?)created.With(201)["id"], (string?)replaced.With(200)["id"]);
        Assert.Null(replaced["schedule"]);
        Assert.Equal("critical", (string?)replaced["severity"]);
        Assert.Equal("{}", replaced["labels"]!.ToJsonString());
        Assert.Equal("billing-replaced", (string?)replaced["slug"]);
        Assert.Equal("Only this.", (string?)replaced["description"]);
    }

    [Fact]
    public async Task A_put_never_touches_the_pause()
    {
        const string job = "/v1/services/billing/jobs/paused";
        await Client.PutJsonAsync(job, """{"schedule":"every 1h"}""");
        var paused = await Client.PostJsonAsync($"{job}/pause", """{"who":"Ada","why":"Moving the database.","until":"2020-01-01T00:00:00Z"}""");
        Assert.NotNull(paused.With(400).Error("until"));
        paused = await Client.PostJsonAsync($"{job}/pause", """{"who":"Ada","why":"Moving the database."}""");
        Assert.Equal("Ada", (string?)paused.With(200)["paused"]!["who"]);

        var put = await Client.PutJsonAsync(job, """{"schedule":"every 2h"}""");
        Assert.Equal("Moving the database.", (string?)put.With(200)["paused"]!["why"]);
        Assert.Equal("grey", (string?)put["health"]!["colour"]);
        Assert.Null(put["deadline_at"]);

        var resumed = await Client.PostJsonAsync($"{job}/resume");
        Assert.Null(resumed.With(200)["paused"]);
        Assert.NotNull(resumed["deadline_at"]);
    }

    [Fact]
    public async Task A_job_that_is_not_enabled_has_no_deadline()
    {
        var put = await Client.PutJsonAsync("/v1/services/billing/jobs/off", """{"schedule":"every 1h","enabled":false}""");
        Assert.Equal("grey", (string?)put.With(201)["health"]!["colour"]);
        Assert.Null(put["deadline_at"]);
    }

    [Fact]
    public async Task The_deadline_lies_a_grace_behind_the_due_time()
    {
        var put = await Client.PutJsonAsync("/v1/services/billing/jobs/due", """{"schedule":"every 1h","grace_seconds":60}""");
        var due = (DateTimeOffset)put.With(201)["next_due_at"]!;
        Assert.Equal(TimeSpan.FromMinutes(1), (DateTimeOffset)put["deadline_at"]! - due);
    }

    [Fact]
    public async Task A_deleted_job_is_gone_with_its_state()
    {
        const string job = "/v1/services/billing/jobs/deleted";
        var id = (string?)(await Client.PutJsonAsync(job, "{}"))["id"];
        await Client.PostJsonAsync($"{job}/pause");
        (await Client.DeleteJsonAsync(job)).With(204);
        (await Client.GetJsonAsync(job)).With(404);
        (await Client.DeleteJsonAsync(job)).With(404);
        (await Client.PostJsonAsync($"{job}/pause")).With(404);
        Assert.Equal(0L, await fixture.Server.Database.ScalarAsync<long>($"select count(*) from job_state where job_id = '{id}'"));
    }

    [Fact]
    public async Task The_same_job_of_two_environments_is_two_jobs()
    {
        var production = await Client.PutJsonAsync("/v1/services/shop/jobs/sync", "{}");
        var clash = await Client.PutJsonAsync("/v1/services/shop/jobs/sync?environment=staging", "{}");
        Assert.Contains("shop/sync in production", (string?)clash.With(409)["detail"]);
        var staging = await Client.PutJsonAsync("/v1/services/shop/jobs/sync", """{"environment":"staging","slug":"shop-sync-staging"}""");
        Assert.NotEqual((string?)production.With(201)["id"], (string?)staging.With(201)["id"]);
        var got = await Client.GetJsonAsync("/v1/services/shop/jobs/sync?environment=staging");
        Assert.Equal((string?)staging["id"], (string?)got.With(200)["id"]);
    }

    [Fact]
    public async Task Names_may_hold_markup_and_any_letters()
    {
        const string service = "<b>Büro & Söhne<b>";
        const string job = "<script>alert('%41?#')<script> 夜間";
        var address = $"/v1/services/{Uri.EscapeDataString(service)}/jobs/{Uri.EscapeDataString(job)}";
        (await Client.PutJsonAsync(address, "{}")).With(201);
        var got = await Client.GetJsonAsync(address);
        Assert.Equal(service, (string?)got.With(200)["service"]);
        Assert.Equal(job, (string?)got["job"]);
    }

    [Fact]
    public async Task A_name_with_a_slash_is_refused_however_it_is_written()
    {
        var answer = await Client.PutJsonAsync("/v1/services/a%2Fb/jobs/c", "{}");
        Assert.Contains("slash", answer.With(400).Error("service"));
    }

    static readonly System.Text.Json.JsonSerializerOptions Indented = new() { WriteIndented = true };

    static string Golden(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name)).TrimEnd();

    // Ids, times and the port differ each time.
    static string Stable(string json) => Time().Replace(Id().Replace(Port().Replace(json, "HOST"), "ID"), "TIME");

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")]
    private static partial Regex Time();

    [GeneratedRegex(@"127\.0\.0\.1:\d+")]
    private static partial Regex Port();
}
