using System.Globalization;

namespace Vigilant.Bench;

/// <summary>Whole lives of runs beside whole lives of BullMQ's jobs, in turn, on the same processors.</summary>
static class BullMqBench
{
    const int Batch = 1000;

    public static async Task RunAsync(bool isShort)
    {
        var seconds = isShort ? 2 : 10;
        await BullMq.InstallAsync();
        var everySecond = (One: await BullMq.MeasureAsync("everysec", 1, seconds), Many: await BullMq.MeasureAsync("everysec", Batch, seconds));
        var always = (One: await BullMq.MeasureAsync("always", 1, seconds), Many: await BullMq.MeasureAsync("always", Batch, seconds));
        await using var bed = await Bed.MakeAsync(1, "every 1 day", "now() + interval '1 day'");
        await RunLives.SingleAsync(isShort ? 1 : 5);
        var (one, many) = (await RunLives.SingleAsync(seconds), await RunLives.ManyAsync(seconds));
        Console.WriteLine("| whole lives per second | Vigilant | BullMQ, everysec | BullMQ, always | Vigilant / everysec | Vigilant / always |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Print($"one by one, {RunLives.Connections} in flight", one, everySecond.One, always.One);
        Print($"{RunLives.LinesOfRequest} lines a request, {Batch} jobs added together", many, everySecond.Many, always.Many);
    }

    static void Print(string what, double vigilant, double everySecond, double always) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {what} | {vigilant:F0} | {everySecond:F0} | {always:F0} | {vigilant / everySecond:F2} | {vigilant / always:F2} |"));
}
