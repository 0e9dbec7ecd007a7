using System.Diagnostics;

namespace Vigilant.Server.Postgres.PrivateServer;

/// <summary>Runs one of the system's programs to its end.</summary>
static class Tool
{
    public static async Task<ToolResult> RunAsync(
        ClusterUser user, string program, IEnumerable<string> arguments, CancellationToken stopping)
    {
        using var process = Process.Start(StartOf([.. user.Prefix, program, .. arguments]))
            ?? throw new InvalidOperationException($"'{program}' did not start.");
        var output = process.StandardOutput.ReadToEndAsync(stopping);
        var errors = process.StandardError.ReadToEndAsync(stopping);
        await process.WaitForExitAsync(stopping);
        return new ToolResult(process.ExitCode, await output + await errors);
    }

    static ProcessStartInfo StartOf(string[] words)
    {
        // Another user may not be able to enter our working folder.
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Keys and passwords in our environment are no business of a child.
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin";
        start.Environment["LC_ALL"] = "C";
        return start;
    }
}
