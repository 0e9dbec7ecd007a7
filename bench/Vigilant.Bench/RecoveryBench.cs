using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Vigilant.Server.Postgres.PrivateServer;

namespace Vigilant.Bench;

/// <summary>
/// The server with its private database and 100,000 jobs: how soon it is ready when it starts, and after a power cut under load; and
/// whether everything that was acknowledged before the cut is there after it.
/// </summary>
sealed class RecoveryBench : IAsyncDisposable
{
    const string Address = "http://127.0.0.1:18098";
    const int Jobs = 100_000;
    const int Senders = 64;

    readonly string _data = Directory.CreateTempSubdirectory("vigilant-recovery-").FullName;
    Process? _server;

    string Cluster => Path.Combine(_data, "postgres");

    public static async Task RunAsync(bool isShort)
    {
        await using var bench = new RecoveryBench();
        // As an operator's folder is: the database's unprivileged user passes through it.
        File.SetUnixFileMode(bench._data, (UnixFileMode)Convert.ToInt32("755", 8));
        await bench.StartAsync();
        await Bed.SeedAsync(bench.Open(), Jobs, "every 1 day", "now() + interval '1 day'");
        var starts = new List<double>();
        var recoveries = new List<double>();
        var (acknowledged, lost) = (0L, 0L);
        for (var round = 0; round < (isShort ? 1 : 3); round++)
        {
            await bench.StopAsync();
            starts.Add(await bench.StartAsync());
            var ledger = await bench.PingAsync(TimeSpan.FromSeconds(isShort ? 2 : 5));
            recoveries.Add(await bench.StartAsync());
            acknowledged += ledger.Count;
            lost += await bench.CountMissingAsync(ledger);
        }

        Console.WriteLine("| 100,000 jobs, private database | |");
        Console.WriteLine("|---|---|");
        Print("ready with existing data", starts);
        Print("ready after a power cut under load", recoveries);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| acknowledged before the cuts, and missing after them | {acknowledged}, {lost} |"));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _server?.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    static void Print(string what, List<double> seconds) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {PingBench.Median(seconds):F2} s |"));

    NpgsqlDataSource Open() => NpgsqlDataSource.Create(
        $"Host={Postmaster.Of(Cluster)!.Socket};Username=vigilant;Database=postgres;Command Timeout=300");

    async Task<double> StartAsync()
    {
        _server?.Dispose();
        var watch = Stopwatch.StartNew();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[]
        {
            Bed.ServerProgram, "serve", "--urls", Address, "--data", _data, "--Vigilant:ApiKey=" + Bed.ApiKey, "--Logging:LogLevel:Default=Warning",
        })
        {
            start.ArgumentList.Add(argument);
        }

        _server = Process.Start(start)!;
        _server.OutputDataReceived += (_, _) => { };
        _server.BeginOutputReadLine();
        await Background.ReadyAsync(Address + "/health/ready", every: TimeSpan.FromMilliseconds(20));
        return watch.Elapsed.TotalSeconds;
    }

    async Task StopAsync()
    {
        if (_server is { HasExited: false })
        {
            using var stop = Process.Start("kill", ["-TERM", _server.Id.ToString(CultureInfo.InvariantCulture)]);
            await _server.WaitForExitAsync();
        }
    }

    // Each ping has a run id of its own, so each that was answered can be looked for.
    async Task<IReadOnlyCollection<Guid>> PingAsync(TimeSpan length)
    {
        var acknowledged = new ConcurrentBag<Guid>();
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        using var over = new CancellationTokenSource();
        var sending = Task.WhenAll(Enumerable.Range(0, Senders).Select(async _ =>
        {
            while (!over.IsCancellationRequested)
            {
                var rid = new Guid(Random.Shared.Next(), 0, 0, BitConverter.GetBytes(Random.Shared.NextInt64()));
                var job = Random.Shared.Next(1, Jobs + 1);
                try
                {
                    using var answer = await client.GetAsync($"/ping/01900000-0000-7000-8000-{job:x12}?rid={rid}", over.Token);
                    if (answer.IsSuccessStatusCode)
                    {
                        acknowledged.Add(rid);
                    }
                }
                catch (Exception cut) when (cut is HttpRequestException or OperationCanceledException)
                {
                    return;
                }
            }
        }));
        await Task.Delay(length);
        await CutPowerAsync();
        await over.CancelAsync();
        await sending;
        return acknowledged;
    }

    async Task CutPowerAsync()
    {
        using var kill = Process.Start(
            "kill", ["-KILL", .. new[] { _server!.Id }.Concat(Postmaster.ProcessesIn(Cluster)).Select(id => id.ToString(CultureInfo.InvariantCulture))]);
        await kill.WaitForExitAsync();
        await _server.WaitForExitAsync();
    }

    async Task<long> CountMissingAsync(IReadOnlyCollection<Guid> acknowledged)
    {
        await using var database = Open();
        await using var command = database.CreateCommand(
            "select count(*) from unnest($1::text[]) as rid where not exists (select 1 from run_key k where k.rid = rid)");
        command.Parameters.AddWithValue(acknowledged.Select(rid => rid.ToString()).ToArray());
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
