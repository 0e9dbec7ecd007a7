using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Vigilant.Bench;

/// <summary>Whole lives of runs: created, queued, started, succeeded; in single requests, and by the thousand.</summary>
static class RunBench
{
    const int Jobs = 500;
    const int Connections = 256;
    const int LivesOfRequest = 2500;

    public static async Task RunAsync(bool isShort)
    {
        await using var bed = await Bed.MakeAsync(1, "every 1 day", "now() + interval '1 day'");
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = new Uri(Bed.Address) };
        client.DefaultRequestHeaders.Add("X-Api-Key", Bed.ApiKey);
        var seconds = isShort ? 2 : 10;
        Console.WriteLine("| whole lives of runs (created, queued, started, succeeded) | lives per second |");
        Console.WriteLine("|---|---|");
        await MeasureAsync(client, isShort ? 1 : 5, Connections, SingleAsync);
        Print($"single requests, {Connections} connections", await MeasureAsync(client, seconds, Connections, SingleAsync));
        Print($"{LivesOfRequest * 4} lines a request, 2 connections", await MeasureAsync(client, seconds, 2, ManyAsync));
        var runs = await bed.AskAsync<long>("select count(*) from run where state = 1 and queued_at is not null");
        var bytes = await bed.AskAsync<long>("select sum(pg_total_relation_size(inhrelid))::bigint from pg_inherits where inhparent = 'run'::regclass");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{runs} runs are stored, {bytes / (double)runs:F0} bytes each with all indexes."));
    }

    static void Print(string what, double rate) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {rate:F0} |"));

    static async Task<double> MeasureAsync(HttpClient client, int seconds, int clients, Func<HttpClient, int, Task<int>> live)
    {
        var lives = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async number =>
        {
            while (watch.Elapsed.TotalSeconds < seconds)
            {
                Interlocked.Add(ref lives, await live(client, number));
            }
        }));
        return lives / watch.Elapsed.TotalSeconds;
    }

    static async Task<int> SingleAsync(HttpClient client, int number)
    {
        using var made = await client.PostAsync("/v1/runs", Json(
            $$$"""{"job": "bench/job{{{number % Jobs}}}", "arguments": {"book": "{{{number}}}", "chapter": "7"}}"""));
        var run = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        foreach (var kind in new[] { "queued", "started", "succeeded" })
        {
            using var told = await client.PostAsync($"/v1/runs/{run}/signals", Json($$"""{"kind": "{{kind}}"}"""));
            told.EnsureSuccessStatusCode();
        }

        return 1;
    }

    static int _lives;

    static async Task<int> ManyAsync(HttpClient client, int number)
    {
        var first = Interlocked.Add(ref _lives, LivesOfRequest);
        var lines = new StringBuilder();
        for (var life = first; life < first + LivesOfRequest; life++)
        {
            var name = $"\"job\": \"bench/job{life % Jobs}\", \"run\": \"r{life}\"";
            lines.Append(CultureInfo.InvariantCulture, $$$"""{{{{name}}}, "kind": "created", "arguments": {"book": "{{{life}}}", "chapter": "7"}}""").Append('\n');
            lines.Append(CultureInfo.InvariantCulture, $$"""{{{name}}, "kind": "queued"}""").Append('\n');
            lines.Append(CultureInfo.InvariantCulture, $$"""{{{name}}, "kind": "started"}""").Append('\n');
            lines.Append(CultureInfo.InvariantCulture, $$"""{{{name}}, "kind": "succeeded"}""").Append('\n');
        }

        using var told = await client.PostAsync("/v1/signals", Json(lines.ToString()));
        var receipt = await told.Content.ReadFromJsonAsync<JsonElement>();
        return receipt.GetProperty("taken").GetInt32() / 4;
    }

    static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
