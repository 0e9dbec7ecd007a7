namespace Vigilant.Bench;

/// <summary>Durable pings beside the bare endpoint, in turn, on the same processors.</summary>
static class PingBench
{
    const int Jobs = 100_000;

    public static async Task RunAsync(bool isShort)
    {
        var (rounds, seconds, warm) = isShort ? (1, 2, 4) : (3, 6, 15);
        await using var bed = await Bed.MakeAsync(Jobs, "every 1 day", "now() + interval '1 day'");
        using var bare = Background.Start("dotnet", Environment.GetCommandLineArgs()[0], "bare");
        await Background.ReadyAsync(BareEndpoint.Address + "/ping/01900000-0000-7000-8000-000000000001");
        await Wrk.RunAsync(BareEndpoint.Address, 64, warm, Jobs);
        await Wrk.WalkAsync(Bed.Address, warm, Jobs);
        Console.WriteLine("| durable pings, 100,000 jobs | per second | p99 ms | bare per second | ratio |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var connections in new[] { 64, 256 })
        {
            var pings = new List<(double Rate, double P99, long Refused)>();
            var bares = new List<double>();
            for (var round = 0; round < rounds; round++)
            {
                bares.Add((await Wrk.RunAsync(BareEndpoint.Address, connections, seconds, Jobs)).Rate);
                pings.Add(await Wrk.RunAsync(Bed.Address, connections, seconds, Jobs));
            }

            var (rate, p99, beside) = (Median(pings.Select(ping => ping.Rate)), Median(pings.Select(ping => ping.P99)), Median(bares));
            Console.WriteLine($"| {connections} connections | {rate:F0} | {p99:F1} | {beside:F0} | {rate / beside:F2} |");
            if (pings.Sum(ping => ping.Refused) is > 0 and var refused)
            {
                Console.WriteLine($"{refused} pings were not answered with success.");
            }
        }

        await SlowerAsync(bed, rounds, seconds);
        var stored = await bed.AskAsync<long>("select count(*) from signal");
        Console.WriteLine($"{stored} signals are stored; the server holds {bed.Server.ResidentBytes / 1024 / 1024} MB.");
    }

    // PostgreSQL itself waits a millisecond before each flush.
    static async Task SlowerAsync(Bed bed, int rounds, int seconds)
    {
        await bed.SetAsync("commit_delay", "1000");
        await bed.SetAsync("commit_siblings", "0");
        var rates = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            rates.Add((await Wrk.RunAsync(Bed.Address, 256, seconds, Jobs)).Rate);
        }

        await bed.ResetAsync();
        Console.WriteLine($"With a flush that takes 1 ms longer, 256 connections: {Median(rates):F0} per second.");
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
