using System.Globalization;
using System.Text.RegularExpressions;

namespace Vigilant.Bench;

/// <summary>One run of wrk against random jobs.</summary>
static partial class Wrk
{
    public static Task<(double Rate, double P99, long Refused)> RunAsync(string address, int connections, int seconds, int jobs) =>
        RunAsync(address, connections, seconds, $"math.randomseed(os.time()) next_job = function() return math.random(1, {jobs}) end");

    /// <summary>One job after the other, so that a server that has run for a while knows all of them.</summary>
    public static Task<(double Rate, double P99, long Refused)> WalkAsync(string address, int seconds, int jobs) => RunAsync(
        address, 256, seconds, $"local job = 0 next_job = function() job = job % {jobs} + 1 return job end");

    static async Task<(double Rate, double P99, long Refused)> RunAsync(string address, int connections, int seconds, string nextJob)
    {
        var script = Path.Combine(Path.GetTempPath(), "vigilant-bench.lua");
        await File.WriteAllTextAsync(script, $$"""
            {{nextJob}}
            request = function()
              return wrk.format("GET", string.format("/ping/01900000-0000-7000-8000-%012x", next_job()))
            end
            """);
        var output = await Background.ReadAsync(
            "wrk", new Dictionary<string, string>(), "-t2", $"-c{connections}", $"-d{seconds}s", "--latency", "-s", script, address);
        return (Number(Rate().Match(output).Groups[1].Value), Milliseconds(P99().Match(output)), Refused(output));
    }

    static long Refused(string output) =>
        NotOk().Match(output) is { Success: true } match ? long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    static double Milliseconds(Match match) => Number(match.Groups[1].Value) * match.Groups[2].Value switch
    {
        "us" => 0.001,
        "s" => 1000,
        _ => 1,
    };

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex P99();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (\d+)")]
    private static partial Regex NotOk();
}
