using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Vigilant.Testing;

/// <summary>A real HTTP server that receives webhooks and answers as it is told.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    readonly WebApplication _app;
    readonly ConcurrentQueue<ReceivedWebhook> _received = new();
    readonly SemaphoreSlim _arrived = new(0);
    readonly CancellationTokenSource _closing = new();

    WebhookReceiver(WebApplication app) => _app = app;

    /// <summary>How to answer; 204 unless told otherwise. Gets the request's number, beginning with 1.</summary>
    public Func<HttpContext, int, Task> Answer { get; set; } = With(StatusCodes.Status204NoContent);

    public string Address => _app.Urls.First();

    public IReadOnlyList<ReceivedWebhook> Received => [.. _received];

    public static Func<HttpContext, int, Task> With(int status, params (string Name, string Value)[] headers) => (context, _) =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return Task.CompletedTask;
    };

    /// <summary>Cuts the connection.</summary>
    public static Task Drop(HttpContext context, int number)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new WebhookReceiver(builder.Build());
        receiver._app.Run(receiver.ReceiveAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>Never answers.</summary>
    public Task Hang(HttpContext context, int number) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _closing.Token)
        .ContinueWith(_ => { }, TaskScheduler.Default);

    /// <summary>Answers 200 and then a byte now and then, without end.</summary>
    public async Task Drip(HttpContext context, int number)
    {
        while (!_closing.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.WriteAsync(".", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, context.RequestAborted);
        }
    }

    /// <summary>Waits until <paramref name="count"/> have come that nobody waited for yet.</summary>
    public async Task ArrivedAsync(int count = 1)
    {
        for (var i = 0; i < count; i++)
        {
            if (!await _arrived.WaitAsync(Limit))
            {
                throw new TimeoutException($"Only {_received.Count} webhooks came within {Limit}.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        using var hurry = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(hurry.Token);
        await _app.DisposeAsync();
        _closing.Dispose();
        _arrived.Dispose();
    }

    async Task ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var headers = context.Request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        _received.Enqueue(new ReceivedWebhook(context.Request.Path, headers, body));
        var number = _received.Count;
        _arrived.Release();
        await Answer(context, number);
    }
}
