using System.Globalization;

namespace Vigilant.Bench;

/// <summary>How long counts of runs take, and the pages about runs as somebody sees them who has signed in.</summary>
static class StatsAndPages
{
    /// <param name="known">Runs that are there.</param>
    public static async Task MeasureAsync(Bed bed, HttpClient client, LoadedRuns runs, IReadOnlyList<string> known, int requests)
    {
        var random = new Random(13);
        string Job() => LoadedRuns.NameOf(random.Next(LoadedRuns.Jobs));
        await MeasureAsync(client, "/v1/runs/stats?", requests,
            ("counts of a job, 30 days", () => $"job={Job()}&{Times(30, random.Next(0, 30 * 24))}"),
            ("counts of a job by day, 30 days", () => $"job={Job()}&{Times(30, random.Next(0, 30 * 24))}&group_by=day"),
            ("counts of a job by hour, 24 hours", () => $"job={Job()}&{Times(1, random.Next(0, 30 * 24))}&group_by=hour"),
            ("counts of all jobs, 24 hours", () => Times(1, 0)),
            ("counts of all jobs, 30 days", () => Times(30, 0)),
            ("counts by job, 24 hours", () => $"{Times(1, 0)}&group_by=job"),
            ("counts by job, 30 days", () => $"{Times(30, 0)}&group_by=job"));
        using var visitor = await Visitor.SignInAsync(bed.Database);
        await MeasureAsync(visitor, "/", requests,
            ("page: overview, 24 hours", () => "runs"),
            ("page: overview, 7 days", () => "runs?range=7d"),
            ("page: overview, 30 days", () => "runs?range=30d"),
            ("page: list", () => "runs/list"),
            ("page: list, failed", () => "runs/list?q=state:failed"),
            ("page: list, a job", () => $"runs/list?q=job:{Job()}"),
            ("page: list, an argument", () => $"runs/list?q=arg.book:{random.Next(runs.Books)}"),
            ("page: a run", () => $"runs/{known[random.Next(known.Count)]}"),
            ("page: a resource", () => $"resources/TaskPlan/{random.Next(runs.Plans)}"),
            ("page: timeline, 24 hours", () => "runs/timeline"),
            ("page: timeline of a service, 24 hours", () => $"runs/timeline?service=service{random.Next(LoadedRuns.Services)}"));
    }

    static async Task MeasureAsync(HttpClient client, string address, int requests, params (string What, Func<string> Query)[] questions)
    {
        foreach (var (what, query) in questions)
        {
            var took = new Latencies();
            for (var request = 0; request < requests + 10; request++)
            {
                await took.MeasureAsync(() => ReadAsync(client, address + query()));
            }

            took.Print(what, requests);
        }
    }

    static async Task<int> ReadAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        var body = await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode
            ? body.Length
            : throw new InvalidOperationException($"{path}: {answer.StatusCode} {answer.Headers.Location}");
    }

    // A time that ends so many hours ago.
    static string Times(int days, int hoursAgo)
    {
        var until = DateTimeOffset.UtcNow.AddHours(-hoursAgo);
        return $"created_after={Text(until.AddDays(-days))}&created_before={Text(until)}";
    }

    static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
