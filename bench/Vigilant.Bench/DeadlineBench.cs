using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Vigilant.Bench;

/// <summary>Deadlines one after the other: how long after each the verdict is written, and the webhook received.</summary>
static class DeadlineBench
{
    const string Receiver = "http://127.0.0.1:18097";

    public static async Task RunAsync(bool isShort)
    {
        var jobs = isShort ? 30 : 300;
        var delivered = new ConcurrentBag<double>();
        await using var receiver = await ReceiveAsync(delivered);
        await using var bed = await Bed.MakeAsync(jobs, "every 1 hour", "now() + interval '8 seconds' + number * interval '97 milliseconds'");
        await AddChannelAsync();
        var verdicts = new Dictionary<Guid, double>();
        while (verdicts.Count < jobs || delivered.Count < jobs)
        {
            await foreach (var (job, late) in bed.ReadAsync<Guid, double>(
                "select job_id, extract(epoch from clock_timestamp() - since)::float8 from job_state where problem = 1"))
            {
                verdicts.TryAdd(job, late);
            }

            await Task.Delay(10);
        }

        Console.WriteLine("| one deadline after the other | p50 ms | p99 ms | most ms |");
        Console.WriteLine("|---|---|---|---|");
        Print("verdict seen in the database after it", verdicts.Values);
        Print("webhook received after it", delivered);
    }

    static void Print(string what, IEnumerable<double> seconds)
    {
        var sorted = seconds.Select(one => one * 1000).Order().ToArray();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {what} | {sorted[sorted.Length / 2]:F0} | {sorted[sorted.Length * 99 / 100]:F0} | {sorted[^1]:F0} |"));
    }

    static async Task<WebApplication> ReceiveAsync(ConcurrentBag<double> delivered)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/", (JsonElement message) =>
        {
            var openedAt = message.GetProperty("data").GetProperty("alert").GetProperty("opened_at").GetDateTimeOffset();
            delivered.Add((DateTimeOffset.UtcNow - openedAt).TotalSeconds);
            return Results.NoContent();
        });
        app.Urls.Add(Receiver);
        await app.StartAsync();
        return app;
    }

    static async Task AddChannelAsync()
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("X-Api-Key", Bed.ApiKey);
        using var answer = await client.PostAsJsonAsync(
            Bed.Address + "/v1/channels", new { name = "bench", kind = "webhook", settings = new { url = Receiver } });
        answer.EnsureSuccessStatusCode();
    }
}
