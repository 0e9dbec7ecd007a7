using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Vigilant.Bench;

/// <summary>What an operation on very many runs takes, and how fast lists and pings are meanwhile.</summary>
static class OperationBench
{
    const int Runs = 100_000;
    const int LinesOfRequest = 10_000;

    public static async Task RunAsync(bool isShort)
    {
        Console.WriteLine($"| {Runs} runs in | action | accepted | done | runs per second | lists meanwhile, p50 | p95 | most | pings meanwhile, p50 | p95 | most |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var jobs in isShort ? [500] : new[] { 10, 500 })
        {
            await using var bed = await Bed.MakeAsync(jobs, "every 1 day", "now() + interval '1 day'");
            using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = new Uri(Bed.Address) };
            client.DefaultRequestHeaders.Add("X-Api-Key", Bed.ApiKey);
            await TellAsync(client, jobs, "queued");
            await bed.AnalyzeAsync();
            await DoAsync(client, jobs, "request_kill", """ "filter": {"service": "bench", "state": "queued"} """);
            await DoAsync(client, jobs, "label", """ "filter": {"service": "bench", "state": "queued"}, "labels": {"wave": "1"} """);
            await TellAsync(client, jobs, "failed");
            await bed.AnalyzeAsync();
            await DoAsync(client, jobs, "ask_retry", """ "filter": {"service": "bench", "state": "failed"} """);
            await DoAsync(client, jobs, "delete", """ "filter": {"service": "bench", "state": "failed"} """);
        }
    }

    static async Task TellAsync(HttpClient client, int jobs, string kind)
    {
        for (var first = 0; first < Runs; first += LinesOfRequest)
        {
            var lines = new StringBuilder();
            for (var run = first; run < first + LinesOfRequest; run++)
            {
                lines.Append(CultureInfo.InvariantCulture,
                    $$$"""{"job": "bench/job{{{(run % jobs) + 1}}}", "run": "r{{{run}}}", "kind": "{{{kind}}}", "arguments": {"book": "{{{run}}}"}}""").Append('\n');
            }

            using var told = await client.PostAsync("/v1/signals", Json(lines.ToString()));
            told.EnsureSuccessStatusCode();
        }
    }

    static async Task DoAsync(HttpClient client, int jobs, string action, string which)
    {
        using var over = new CancellationTokenSource();
        var lists = MeasureAsync(() => client.GetAsync("/v1/runs?service=bench&state=queued&limit=50"), over.Token);
        var pings = MeasureAsync(() => client.GetAsync($"/ping/{PingOf(jobs)}"), over.Token);
        await Task.Delay(500);
        var watch = Stopwatch.StartNew();
        using var accepted = await client.PostAsync("/v1/operations", Json($$"""{"action": "{{action}}", {{which}}}"""));
        var answered = watch.Elapsed;
        var operation = await accepted.Content.ReadFromJsonAsync<JsonNode>();
        while ((string)operation!["state"]! is "waiting" or "working")
        {
            await Task.Delay(20);
            operation = await client.GetFromJsonAsync<JsonNode>($"/v1/operations/{operation["id"]}");
        }

        var took = watch.Elapsed;
        await over.CancelAsync();
        var (listed, pinged) = (Times(await lists), Times(await pings));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {jobs} jobs | {action} of {operation["changed"]} | {answered.TotalMilliseconds:F0} ms | {took.TotalSeconds:F2} s | {(long)operation["done"]! / took.TotalSeconds:F0} | {listed} | {pinged} |"));
    }

    // The middle one of the jobs that the bed seeded.
    static string PingOf(int jobs) => string.Create(CultureInfo.InvariantCulture, $"01900000-0000-7000-8000-{jobs / 2:x12}");

    static async Task<List<double>> MeasureAsync(Func<Task<HttpResponseMessage>> ask, CancellationToken over)
    {
        var times = new List<double>();
        while (!over.IsCancellationRequested)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await ask();
            answer.EnsureSuccessStatusCode();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await Task.Delay(5, CancellationToken.None);
        }

        return times;
    }

    static string Times(List<double> times)
    {
        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{times[times.Count / 2]:F1} ms | {times[times.Count * 95 / 100]:F1} ms | {times[^1]:F0} ms");
    }

    static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
