using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Vigilant.Contracts;
using Vigilant.Domain.Jobs;
using Vigilant.Server.Hosting;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Alerts;

public sealed class AlertEndpointsTests : AlertsTest
{
    [Fact]
    public async Task Alerts_are_listed_newest_first_in_pages_and_by_state_and_job()
    {
        await using var api = await StartAsync();
        for (var minute = 0; minute < 5; minute++)
        {
            await MissedAsync(await AddJobAsync($"job-{minute}"), at: Six.AddMinutes(minute));
        }

        await EvaluateAsync();

        var first = await ReadAsync<AlertList>(api, "/v1/alerts?limit=2");
        var second = await ReadAsync<AlertList>(api, $"/v1/alerts?limit=2&cursor={first.Next}");
        var last = await ReadAsync<AlertList>(api, $"/v1/alerts?limit=2&cursor={second.Next}");
        Assert.Equal(
            ["billing/job-4", "billing/job-3", "billing/job-2", "billing/job-1", "billing/job-0"],
            first.Alerts.Concat(second.Alerts).Concat(last.Alerts).Select(alert => alert.Job));
        Assert.Null(last.Next);
        Assert.Equal(5, (await ReadAsync<AlertList>(api, "/v1/alerts?state=firing")).Alerts.Count);
        Assert.Empty((await ReadAsync<AlertList>(api, "/v1/alerts?state=resolved")).Alerts);
        var one = Assert.Single((await ReadAsync<AlertList>(api, "/v1/alerts?job=billing/job-3")).Alerts);
        Assert.Equal("billing/job-3", one.Job);
        Assert.Equal("production", one.Environment);
        Assert.Equal(Six.AddMinutes(3), one.OpenedAt);
    }

    [Theory]
    [InlineData("state=open")]
    [InlineData("job=backup")]
    [InlineData("job=billing/")]
    [InlineData("job=/backup")]
    [InlineData("limit=0")]
    [InlineData("limit=1001")]
    [InlineData("limit=many")]
    [InlineData("job=billing/%00")]
    [InlineData("state=%00")]
    [InlineData("cursor=!")]
    [InlineData("cursor=MTIz")]
    public async Task A_filter_that_cannot_be_read_is_refused_with_a_sentence(string query)
    {
        await using var api = await StartAsync();
        using var answer = await api.Client.GetAsync($"/v1/alerts?{query}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.EndsWith(".", await DetailAsync(answer));
    }

    [Fact]
    public async Task Somebody_acknowledges_and_nobody_else_is_told()
    {
        await using var api = await StartAsync();
        var id = await OpenAsync();

        using var answer = await ActAsync(api, id, "acknowledge", new AlertAction("ann", "looking\u0000 at it"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var alert = (await ReadAsync<AlertDetail>(api, $"/v1/alerts/{id}")).Alert;
        Assert.Equal(("acknowledged", "ann", "looking at it"), (alert.State, alert.AcknowledgedBy, alert.Note));
        Assert.Equal(Six, alert.AcknowledgedAt);
        Assert.Equal(1, await CountAsync("notification"));

        await WellAsync(alert.JobId);
        await EvaluateAsync();
        Assert.Equal("resolved", (await ReadAsync<AlertDetail>(api, $"/v1/alerts/{id}")).Alert.State);
    }

    [Fact]
    public async Task Resolved_by_hand_stays_so_until_the_next_problem_opens_a_new_alert()
    {
        await using var api = await StartAsync();
        var id = await OpenAsync();

        Clock.Advance(TimeSpan.FromMinutes(2));
        using var answer = await ActAsync(api, id, "resolve", new AlertAction("ann"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var detail = await ReadAsync<AlertDetail>(api, $"/v1/alerts/{id}");
        Assert.Equal("resolved by hand, 2 minutes after it opened", detail.Alert.Resolution);
        Assert.Equal(["firing", "resolved"], detail.Notifications.Select(told => told.Event));
        Assert.All(detail.Notifications, told => Assert.Equal(("mail", "pending"), (told.Channel, told.State)));
        await EvaluateAsync();
        Assert.Equal(1, await CountAsync("alert"));

        await MissedAsync(detail.Alert.JobId, 2);
        await EvaluateAsync();
        var again = Assert.Single((await ReadAsync<AlertList>(api, "/v1/alerts?state=firing")).Alerts);
        Assert.NotEqual(id, again.Id);
    }

    [Theory]
    [InlineData("acknowledge")]
    [InlineData("resolve")]
    public async Task A_resolved_alert_cannot_be_acted_on(string verb)
    {
        await using var api = await StartAsync();
        var id = await OpenAsync();
        using var first = await ActAsync(api, id, "resolve", new AlertAction("ann"));

        using var answer = await ActAsync(api, id, verb, new AlertAction("bob"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("The alert was resolved at 2026-11-21 06:00:00 UTC by ann", await DetailAsync(answer));
        Assert.Equal(2, await CountAsync("notification"));
    }

    [Fact]
    public async Task Another_projects_alert_is_not_there()
    {
        var stranger = Guid.CreateVersion7(Six.AddYears(1));
        await AddProjectAsync(stranger);
        await using var api = await StartAsync();
        var job = await AddJobAsync(project: stranger);
        await VerdictAsync(job, Colour.Red, Problem.Missed, "missed 1 run", 1, project: stranger);
        await EvaluateAsync();
        var id = await Database.ScalarAsync<Guid>("select id from alert");

        using var read = await api.Client.GetAsync($"/v1/alerts/{id}", TestContext.Current.CancellationToken);
        using var acknowledged = await ActAsync(api, id, "acknowledge", new AlertAction("eve"));
        using var resolved = await ActAsync(api, id, "resolve", new AlertAction("eve"));

        Assert.All([read, acknowledged, resolved], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Empty((await ReadAsync<AlertList>(api, "/v1/alerts")).Alerts);
        Assert.Empty((await ReadAsync<AlertList>(api, "/v1/alerts?job=billing/backup")).Alerts);
        Assert.Equal("firing", await OneAsync("select state from alert"));
    }

    [Fact]
    public async Task Without_a_key_nothing_is_answered()
    {
        await using var api = await StartAsync();
        var id = await OpenAsync();
        using var list = await api.Anonymous.GetAsync("/v1/alerts", TestContext.Current.CancellationToken);
        using var resolve = await api.Anonymous.PostAsJsonAsync(
            $"/v1/alerts/{id}/resolve", new AlertAction("eve"), VigilantJson.Default.AlertAction, TestContext.Current.CancellationToken);
        Assert.All([list, resolve], answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"who":" \u0000 "}""")]
    [InlineData("""{"who":null,"note":"x"}""")]
    public async Task Whoever_acts_says_who_they_are(string body)
    {
        await using var api = await StartAsync();
        var id = await OpenAsync();
        using var content = new StringContent(body, null, "application/json");
        using var answer = await api.Client.PostAsync($"/v1/alerts/{id}/resolve", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("firing", await OneAsync("select state from alert"));
    }

    async Task<Guid> OpenAsync()
    {
        await AddChannelAsync("mail");
        await VerdictAsync(await AddJobAsync(), Colour.Red, Problem.Missed, "missed 1 run", 1);
        await EvaluateAsync();
        return await Database.ScalarAsync<Guid>("select id from alert");
    }

    static Task<HttpResponseMessage> ActAsync(TestServer api, Guid alert, string verb, AlertAction action) =>
        api.Client.PostAsJsonAsync(
            $"/v1/alerts/{alert}/{verb}", action, VigilantJson.Default.AlertAction, TestContext.Current.CancellationToken);

    static async Task<T> ReadAsync<T>(TestServer api, string path)
    {
        using var answer = await api.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var json = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (T)JsonSerializer.Deserialize(json, typeof(T), VigilantJson.Default)!;
    }

    static async Task<string> DetailAsync(HttpResponseMessage answer)
    {
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return problem.RootElement.GetProperty("detail").GetString()!;
    }

    // Without its loops: the test runs the pass itself, and nothing moves the clock that the test holds.
    Task<TestServer> StartAsync() => TestServer.StartAsync(new TestServerSettings
    {
        Database = Database,
        Clock = Clock,
        Adjust = builder =>
        {
            foreach (var loop in builder.Services.Where(IsLoop).ToList())
            {
                builder.Services.Remove(loop);
            }
        },
    });

    static bool IsLoop(ServiceDescriptor service) =>
        service.ImplementationType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(PassLoop<>);
}
