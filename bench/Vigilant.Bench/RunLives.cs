using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Vigilant.Bench;

/// <summary>Whole lives of runs: created, queued, started, succeeded. How many of them a second.</summary>
static class RunLives
{
    public const int Connections = 256;
    public const int LinesOfRequest = LivesOfRequest * 4;
    const int Jobs = 500;
    const int JobsOfRequest = 10;
    const int LivesOfRequest = 2500;
    static int _requests;

    /// <summary>A request for each signal.</summary>
    public static async Task<double> SingleAsync(int seconds)
    {
        var clients = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => RawClient.ConnectAsync(new Uri(Bed.Address))));
        try
        {
            return await MeasureAsync(seconds, Connections, number => LiveAsync(clients[number], number));
        }
        finally
        {
            Array.ForEach(clients, client => client.Dispose());
        }
    }

    /// <summary>Lines of many lives in one request, two at a time.</summary>
    public static async Task<double> ManyAsync(int seconds)
    {
        using var client = new HttpClient { BaseAddress = new Uri(Bed.Address) };
        client.DefaultRequestHeaders.Add("X-Api-Key", Bed.ApiKey);
        return await MeasureAsync(seconds, 2, _ => LiveManyAsync(client));
    }

    static async Task<double> MeasureAsync(int seconds, int clients, Func<int, Task<int>> live)
    {
        var lives = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async number =>
        {
            while (watch.Elapsed.TotalSeconds < seconds)
            {
                Interlocked.Add(ref lives, await live(number));
            }
        }));
        return lives / watch.Elapsed.TotalSeconds;
    }

    static async Task<int> LiveAsync(RawClient client, int number)
    {
        var made = await client.PostAsync(
            "/v1/runs", $$$"""{"job": "bench/job{{{number % Jobs}}}", "arguments": {"book": "{{{number}}}", "chapter": "7"}}""");
        using var receipt = JsonDocument.Parse(made);
        var path = $"/v1/runs/{receipt.RootElement.GetProperty("id").GetString()}/signals";
        await client.PostAsync(path, """{"kind": "queued"}""");
        await client.PostAsync(path, """{"kind": "started"}""");
        await client.PostAsync(path, """{"kind": "succeeded"}""");
        return 1;
    }

    // What one worker tells of is of few jobs; the next worker has others.
    static async Task<int> LiveManyAsync(HttpClient client)
    {
        var request = Interlocked.Increment(ref _requests);
        var lines = new StringBuilder();
        for (var life = 0; life < LivesOfRequest; life++)
        {
            var job = ((request * JobsOfRequest) + (life % JobsOfRequest)) % Jobs;
            var name = $"\"job\": \"bench/job{job}\", \"run\": \"r{request}-{life}\"";
            lines.Append(CultureInfo.InvariantCulture, $$$"""{{{{name}}}, "kind": "created", "arguments": {"book": "{{{life}}}", "chapter": "7"}}""").Append('\n');
            lines.Append(CultureInfo.InvariantCulture, $$"""{{{name}}, "kind": "queued"}""").Append('\n');
            lines.Append(CultureInfo.InvariantCulture, $$"""{{{name}}, "kind": "started"}""").Append('\n');
            lines.Append(CultureInfo.InvariantCulture, $$"""{{{name}}, "kind": "succeeded"}""").Append('\n');
        }

        using var body = new StringContent(lines.ToString(), Encoding.UTF8, "application/json");
        using var told = await client.PostAsync("/v1/signals", body);
        var receipt = await told.Content.ReadFromJsonAsync<JsonElement>();
        return receipt.GetProperty("taken").GetInt32() / 4;
    }
}
