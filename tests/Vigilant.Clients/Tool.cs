using System.Diagnostics;

namespace Vigilant.Clients;

/// <summary>A program of the machine, run to its end.</summary>
static class Tool
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static Task<(int Status, string Output)> RunAsync(string program, params string[] arguments) =>
        RunAsync(new ProcessStartInfo(program, arguments));

    /// <param name="input">What the program reads from its standard input.</param>
    public static async Task<(int Status, string Output)> RunAsync(ProcessStartInfo start, string? input = null)
    {
        start.RedirectStandardInput = input is not null;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }

        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Limit);
        return (process.ExitCode, await said + await complained);
    }
}
