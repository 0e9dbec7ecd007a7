using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Vigilant.Server.Alerts;
using Vigilant.Server.Detection;
using Vigilant.Server.Notifications;
using Vigilant.Testing;

namespace Vigilant.Stories;

/// <summary>
/// The whole server on a real database, a clock that the plot moves, and a real receiver of webhooks. After each move every pass
/// runs until it finds nothing more to do.
/// </summary>
public sealed class Story : IAsyncDisposable
{
    readonly ManualClock _clock;
    readonly WebhookReceiver _receiver;
    readonly HashSet<string> _heard = [];
    TestServer _server;

    Story(ManualClock clock, WebhookReceiver receiver, TestServer server)
    {
        _clock = clock;
        _receiver = receiver;
        _server = server;
    }

    public TestServer Server => _server;

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Begins on 2 November 2026 with one webhook channel.</summary>
    public static async Task<Story> BeginAsync(string at)
    {
        var clock = new ManualClock(Time(at));
        var receiver = await WebhookReceiver.StartAsync();
        var story = new Story(clock, receiver, await StartServerAsync(clock, null));
        using var made = await story._server.Client.PostAsync(
            "/v1/channels",
            Json($$"""{"name":"ops","kind":"webhook","settings":{"url":"{{receiver.Address}}"} }"""));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        await story.SettleAsync();
        return story;
    }

    /// <summary>Time passes while the server runs.</summary>
    public async Task At(string time)
    {
        _clock.Advance(Time(time) - Now);
        // In the time that was skipped the server beat twice a second.
        await _server.Database.ExecuteAsync($"update node set accepted_until = '{Now:O}'");
        await SettleAsync();
    }

    /// <summary>Time passes while no server runs.</summary>
    public async Task ServerIsDownUntil(string time)
    {
        var database = _server.Database;
        await StopAsync();
        _clock.Advance(Time(time) - Now);
        _server = await StartServerAsync(_clock, database);
        await SettleAsync();
    }

    public async Task Expects(string job, string settings)
    {
        using var answer = await _server.Client.PutAsync($"/v1/services/shop/jobs/{job}", Json(settings));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await SettleAsync();
    }

    public async Task Pings(string job, string suffix = "", string? body = null)
    {
        using var content = body is null ? null : new StringContent(body);
        using var answer = await _server.Anonymous.PostAsync($"/ping/{TestServer.PingKey}/shop-{job}{suffix}", content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await MomentAsync();
    }

    public async Task Posts(string path, string body)
    {
        using var answer = await _server.Client.PostAsync(path, Json(body));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await MomentAsync();
    }

    /// <summary>A message that was not heard yet, of this type about this job, which must hold these words.</summary>
    public async Task<ReceivedWebhook> Hears(string type, string job, params string[] words)
    {
        await SettleAsync();
        var message = Unheard().FirstOrDefault(one => one.Body.Contains($"\"type\":\"{type}\"") && one.Body.Contains($"\"name\":\"{job}\""));
        Assert.True(message is not null, $"{type} of {job} was not heard, but: {string.Join('\n', Unheard().Select(one => one.Body))}");
        _heard.Add(message.Id);
        Assert.All(words, word => Assert.Contains(word, message.Body));
        return message;
    }

    public async Task HearsNothingMore()
    {
        await SettleAsync();
        Assert.Empty(Unheard().Select(message => message.Body));
    }

    public async Task ShowsAsync(string job, string colour)
    {
        var text = await _server.Client.GetStringAsync($"/v1/services/shop/jobs/{job}");
        Assert.Contains($"\"colour\":\"{colour}\"", text);
    }

    public Task<T?> Asks<T>(string sql) => _server.Database.ScalarAsync<T>(sql);

    public async ValueTask DisposeAsync()
    {
        var database = _server.Database;
        await StopAsync();
        await database.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    IEnumerable<ReceivedWebhook> Unheard() => _receiver.Received.Where(message => !_heard.Contains(message.Id));

    // The end of an alert is told a microsecond after its beginning at the earliest.
    Task MomentAsync()
    {
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        return SettleAsync();
    }

    async Task SettleAsync()
    {
        await Pass<KeepBeat>().RunOnceAsync(CancellationToken.None);
        while ((await Pass<JudgeDeadlines>().RunOnceAsync(CancellationToken.None)).Done > 0)
        {
        }

        while ((await Pass<EvaluateVerdicts>().RunOnceAsync(CancellationToken.None)).Done > 0)
        {
        }

        while ((await Pass<DeliverNotifications>().RunOnceAsync(CancellationToken.None)).Done > 0)
        {
            await Pass<InFlight>().SettleAsync();
        }
    }

    T Pass<T>()
        where T : notnull => _server.Services.GetRequiredService<T>();

    async Task StopAsync() => await _server.DisposeAsync();

    static async Task<TestServer> StartServerAsync(ManualClock clock, TestDatabase? database) =>
        await TestServer.StartAsync(new TestServerSettings
        {
            Clock = clock,
            Database = database ?? await TestDatabase.CreateAsync(),
            Configuration = new Dictionary<string, string>
            {
                ["Vigilant:Outbound:Allow"] = "127.0.0.0/8",
                ["Vigilant:Detection:FollowDatabaseClock"] = "false",
            },
        });

    static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    static DateTimeOffset Time(string at) => DateTimeOffset.Parse(
        at.Contains('-', StringComparison.Ordinal) ? at : $"2026-11-02 {at}", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
