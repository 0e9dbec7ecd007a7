using System.Globalization;

namespace Vigilant.Bench;

/// <summary>Whole lives of runs, in single requests, and by the thousand.</summary>
static class RunBench
{
    public static async Task RunAsync(bool isShort)
    {
        await using var bed = await Bed.MakeAsync(1, "every 1 day", "now() + interval '1 day'");
        var seconds = isShort ? 2 : 10;
        Console.WriteLine("| whole lives of runs (created, queued, started, succeeded) | lives per second |");
        Console.WriteLine("|---|---|");
        await RunLives.SingleAsync(isShort ? 1 : 5);
        Print($"single requests, {RunLives.Connections} connections", await RunLives.SingleAsync(seconds));
        Print($"{RunLives.LinesOfRequest} lines a request, 2 connections", await RunLives.ManyAsync(seconds));
        var runs = await bed.AskAsync<long>("select count(*) from run where state = 1 and queued_at is not null");
        var bytes = await bed.AskAsync<long>("select sum(pg_total_relation_size(inhrelid))::bigint from pg_inherits where inhparent = 'run'::regclass");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{runs} runs are stored, {bytes / (double)runs:F0} bytes each with all indexes."));
    }

    static void Print(string what, double rate) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {rate:F0} |"));
}
