using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Vigilant.Bench;

/// <summary>How long it takes to find runs among ten million of them, to count them, and to show them on a page.</summary>
static class ManyRunsBench
{
    const int Requests = 200;
    const int Pages = 1000;
    const int PagesCounted = 100;

    /// <param name="runs">Null: ten million.</param>
    /// <param name="keep">Uses the runs that an earlier time kept, and keeps them.</param>
    public static async Task RunAsync(bool isShort, long? runs, bool keep)
    {
        var count = runs ?? (isShort ? 100_000 : 10_000_000);
        await using var bed = await Bed.OpenAsync("vigilant_bench_runs", keep);
        var stored = await bed.AskAsync<long>("select count(*) from run");
        if (stored != count)
        {
            if (stored > 0)
            {
                throw new InvalidOperationException($"{stored} runs are kept from an earlier time; begin without --keep.");
            }

            var watch = Stopwatch.StartNew();
            await new RunLoad(bed.Database).LoadAsync(new LoadedRuns(count, DateTimeOffset.UtcNow));
            Say($"{count} runs were loaded in {watch.Elapsed.TotalMinutes:F1} minutes.");
        }

        var bytes = await bed.AskAsync<long>("select sum(pg_total_relation_size(inhrelid))::bigint from pg_inherits where inhparent = 'run'::regclass");
        Say($"{bytes / (double)count:F0} bytes a run with all indexes.");
        using var client = new HttpClient { BaseAddress = new Uri(Bed.Address) };
        client.DefaultRequestHeaders.Add("X-Api-Key", Bed.ApiKey);
        await MeasureAsync(bed, client, new LoadedRuns(count, DateTimeOffset.UtcNow), isShort ? 20 : Requests, isShort ? 20 : Pages);
    }

    static async Task MeasureAsync(Bed bed, HttpClient client, LoadedRuns runs, int requests, int pages)
    {
        var random = new Random(11);
        string Job() => LoadedRuns.NameOf(random.Next(LoadedRuns.Jobs));
        string Book() => $"argument=book:{random.Next(runs.Books)}";
        string[] states = ["succeeded", "failed", "killed", "timed_out", "skipped", "missed", "finished"];
        string State() => states[random.Next(states.Length)];
        (string What, Func<string> Query)[] lists =
        [
            ("everything", () => ""),
            ("state", () => $"state={State()}"),
            ("job", () => $"job={Job()}"),
            ("job, oldest first", () => $"job={Job()}&order=oldest"),
            ("job and state", () => $"job={Job()}&state={State()}"),
            ("five jobs", () => $"job={Job()},{Job()},{Job()},{Job()},{Job()}"),
            ("service", () => $"service=service{random.Next(LoadedRuns.Services)}"),
            ("service and state", () => $"service=service{random.Next(LoadedRuns.Services)}&state={State()}"),
            ("environment", () => "environment=staging"),
            ("resource", () => $"resource=TaskPlan:{random.Next(runs.Plans)}"),
            ("argument that 1 of 50,000 has", Book),
            ("argument that 1 of 20 has", () => $"argument=chapter:{random.Next(LoadedRuns.Chapters)}"),
            ("the same, oldest first", () => $"argument=chapter:{random.Next(LoadedRuns.Chapters)}&order=oldest"),
            ("both arguments", () => $"{Book()}&argument=chapter:{random.Next(LoadedRuns.Chapters)}"),
            ("argument and state", () => $"argument=chapter:{random.Next(LoadedRuns.Chapters)}&state={State()}"),
            ("argument and job", () => $"argument=chapter:{random.Next(LoadedRuns.Chapters)}&job={Job()}"),
            ("label that 1 of 100 has", () => $"label=team:t{random.Next(LoadedRuns.Teams)}"),
            ("host that 1 of 200 has", () => $"host=w{random.Next(LoadedRuns.Hosts)}"),
            ("correlation id", () => $"correlation_id=c-{random.Next(runs.Correlations)}"),
            ("provider id", () => $"provider_id=p-{random.Next(runs.Plans)}"),
            ("caller's id", () => $"caller_id=x-{random.Next(runs.Plans) * 4}"),
            ("day of making", () => $"created_after={Day(1)}&created_before={Day(0)}"),
            ("day of making and job", () => $"created_after={Day(random.Next(2, 50))}&job={Job()}"),
            ("duration and job", () => $"duration_over=1m&job={Job()}"),
            ("text of an error and job", () => $"error=w{random.Next(LoadedRuns.Hosts)}%20did%20not&job={Job()}"),
            ("text of an error alone", () => $"error=w{random.Next(LoadedRuns.Hosts)}%20did%20not"),
        ];
        Console.WriteLine("| lists of 50 by | p50 ms | p95 ms | p99 ms |");
        Console.WriteLine("|---|---|---|---|");
        var known = new List<string>();
        foreach (var (what, query) in lists)
        {
            var first = new Latencies();
            for (var request = 0; request < requests + 10; request++)
            {
                var page = await first.MeasureAsync(() => GetAsync(client, $"/v1/runs?{query()}"));
                known.AddRange(page.GetProperty("runs").EnumerateArray().Take(2).Select(run => run.GetProperty("id").GetString()!));
            }

            first.Print(what, requests);
        }

        var byId = new Latencies();
        foreach (var id in Enumerable.Range(0, requests).Select(_ => known[random.Next(known.Count)]).ToArray())
        {
            await byId.MeasureAsync(() => GetAsync(client, $"/v1/runs/{id}"));
        }

        byId.Print("(one run by its id)");
        foreach (var query in (string[])["", "state=failed", "job=service0/job0", "job=service1/job1&state=succeeded", "argument=chapter:7", "host=w7", "order=oldest"])
        {
            await WalkAsync(client, query, pages);
        }

        await StatsAndPages.MeasureAsync(bed, client, runs, known, requests);
    }

    /// <summary>Page by page; the last of them are measured.</summary>
    static async Task WalkAsync(HttpClient client, string query, int pages)
    {
        var walk = new Latencies();
        var next = "";
        var page = 0;
        for (; page < pages && next is not null; page++)
        {
            var answer = await walk.MeasureAsync(() => GetAsync(client, $"/v1/runs?{query}{next}"));
            next = answer.GetProperty("next").GetString() is { } cursor ? $"&cursor={cursor}" : null;
        }

        walk.Print($"{(query.Length == 0 ? "everything" : query)}, up to page {page}", PagesCounted);
    }

    static async Task<JsonElement> GetAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<JsonElement>(text)
            : throw new InvalidOperationException($"{path}: {text}");
    }

    static string Day(int ago) => DateTimeOffset.UtcNow.AddDays(-ago).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
