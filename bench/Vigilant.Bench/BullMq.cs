using System.Globalization;
using System.Net.Sockets;

namespace Vigilant.Bench;

/// <summary>BullMQ, installed into a folder of its own, and a new Redis for each measurement.</summary>
static class BullMq
{
    const int Port = 18097;
    static readonly string Folder = Path.Combine(Path.GetTempPath(), "vigilant-bench-bullmq");
    static readonly Dictionary<string, string> NoEnvironment = [];

    public static async Task InstallAsync()
    {
        Directory.CreateDirectory(Folder);
        foreach (var file in Directory.GetFiles(Path.Combine(Bed.Repository, "bench/bullmq")))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)), overwrite: true);
        }

        // Not "ci": optional packages of other systems need not be in the lock, and it would refuse that.
        await Background.ReadAsync("npm", NoEnvironment, "install", "--prefix", Folder, "--ignore-scripts", "--no-audit", "--no-fund");
    }

    /// <summary>Jobs per second that were added, handed to a worker and completed.</summary>
    /// <param name="flush">When Redis flushes its file to disk: <c>everysec</c>, or <c>always</c>, before it answers.</param>
    /// <param name="batch">How many jobs are added together.</param>
    public static async Task<double> MeasureAsync(string flush, int batch, int seconds)
    {
        var data = Path.Combine(Folder, "redis");
        if (Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }

        Directory.CreateDirectory(data);
        if (await AnswersAsync())
        {
            throw new InvalidOperationException($"Something else listens on port {Port}. End it first.");
        }

        using var redis = Background.Start(
            "redis-server", "--bind", "127.0.0.1", "--port", Text(Port), "--dir", data, "--save", "", "--appendonly", "yes", "--appendfsync", flush);
        for (var attempt = 0; !await AnswersAsync(); attempt++)
        {
            if (attempt == 100)
            {
                throw new InvalidOperationException("Redis did not start within 10 seconds.");
            }

            await Task.Delay(100);
        }

        var rate = await Background.ReadAsync(
            "node", NoEnvironment, Path.Combine(Folder, "bench.mjs"), Text(Port), Text(seconds), Text(batch));
        return double.Parse(rate, CultureInfo.InvariantCulture);
    }

    static async Task<bool> AnswersAsync()
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
