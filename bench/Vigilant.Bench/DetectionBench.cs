using System.Globalization;

namespace Vigilant.Bench;

/// <summary>Many deadlines in one second, and what an idle server with many armed jobs costs.</summary>
static class DetectionBench
{
    public static async Task RunAsync(bool isShort)
    {
        await StormAsync(isShort ? 5_000 : 100_000);
        await IdleAsync(isShort ? 20_000 : 1_000_000, isShort ? 3 : 20);
    }

    static async Task StormAsync(int jobs)
    {
        await using var bed = await Bed.MakeAsync(
            jobs, "every 1 hour", "date_trunc('second', clock_timestamp()) + interval '30 seconds' + random() * interval '1 second'");
        var last = await bed.AskAsync<DateTime>("select max(deadline_at) from job_state");
        long red;
        do
        {
            await Task.Delay(50);
            red = await bed.AskAsync<long>("select count(*) from job_state where problem = 1");
        }
        while (red < jobs);

        var took = DateTime.UtcNow - last;
        Console.WriteLine($"{jobs} deadlines in one second: all verdicts {took.TotalSeconds.ToString("F2", CultureInfo.InvariantCulture)} s after the last.");
    }

    static async Task IdleAsync(int jobs, int seconds)
    {
        await using var bed = await Bed.MakeAsync(jobs, "every 1 day", "now() + interval '1 day'");
        await Task.Delay(TimeSpan.FromSeconds(3));
        var before = bed.Server.Processor;
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        var busy = (bed.Server.Processor - before).TotalSeconds / seconds;
        Console.WriteLine($"{jobs} armed jobs, idle: {bed.Server.ResidentBytes / 1024 / 1024} MB, {busy * 100:F1} % of a core.");
    }
}
