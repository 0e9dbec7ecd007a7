using System.Diagnostics;
using System.Globalization;

namespace Vigilant.Bench;

/// <summary>How long each of many requests took.</summary>
sealed class Latencies
{
    readonly List<double> _milliseconds = [];

    public async Task<T> MeasureAsync<T>(Func<Task<T>> request)
    {
        var watch = Stopwatch.StartNew();
        var answer = await request();
        _milliseconds.Add(watch.Elapsed.TotalMilliseconds);
        return answer;
    }

    /// <summary>A row of a table: p50, p95 and p99 of the last ones.</summary>
    public void Print(string what, int last = int.MaxValue)
    {
        var sorted = _milliseconds.TakeLast(last).Order().ToArray();
        double At(double part) => sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Length) - 1)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {At(0.5):F1} | {At(0.95):F1} | {At(0.99):F1} |"));
    }
}
