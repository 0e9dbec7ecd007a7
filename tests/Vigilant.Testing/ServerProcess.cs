using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Vigilant.Testing;

/// <summary>The server as people run it: a process of its own, with what it says, that can be stopped and killed.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    readonly Process _process;
    readonly ConcurrentQueue<string> _lines = new();
    readonly SemaphoreSlim _said = new(0);
    readonly Task _reading;

    ServerProcess(Process process)
    {
        _process = process;
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
        Client = new HttpClient();
    }

    public string Output => string.Join('\n', _lines);

    public int ExitCode => _process.ExitCode;

    public int Id => _process.Id;

    public HttpClient Client { get; }

    /// <summary>Starts it on a port that is free, without waiting for anything.</summary>
    public static ServerProcess Start(string data, params string[] arguments) => Run(["serve", "--urls", "http://127.0.0.1:0", "--data", data, .. arguments]);

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public static async Task<ServerProcess> StartReadyAsync(string data, params string[] arguments)
    {
        var server = Start(data, arguments);
        var line = await server.SaysAsync("is ready at ");
        server.Client.BaseAddress = new Uri(line[(line.IndexOf("is ready at ", StringComparison.Ordinal) + 12)..].Split(',')[0]);
        return server;
    }

    /// <summary>Runs any command of the server.</summary>
    public static ServerProcess Run(string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Vigilant.Server.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new ServerProcess(Process.Start(start)!);
    }

    /// <summary>Waits until so many lines hold the text, and returns the newest of them.</summary>
    public async Task<string> SaysAsync(string text, int times = 1)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            var found = _lines.Where(line => line.Contains(text, StringComparison.Ordinal)).ToArray();
            if (found.Length >= times)
            {
                return found[^1];
            }

            if (_reading.IsCompleted && _said.CurrentCount == 0)
            {
                throw new InvalidOperationException($"It ended without saying '{text}'. It said:\n{Output}");
            }

            try
            {
                await _said.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"It did not say '{text}' within {Limit}. It said:\n{Output}");
            }
        }
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as Ctrl-C and systemd do, and waits for its end.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await EndsAsync();
    }

    /// <summary>Waits until it has ended and everything that it said is here.</summary>
    public async Task EndsAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Limit);
        await _reading.WaitAsync(Limit);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await StopAsync();
        }

        Client.Dispose();
        _process.Dispose();
        _said.Dispose();
    }

    async Task ReadAsync(StreamReader from)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            _lines.Enqueue(line);
            _said.Release();
        }

        _said.Release();
    }
}
