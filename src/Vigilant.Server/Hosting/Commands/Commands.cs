using System.Reflection;
using Vigilant.Server.Hosting.Settings;

namespace Vigilant.Server.Hosting.Commands;

/// <summary>What the words behind the program's name do. The answer is the exit code: 0 well, 1 failed, 2 settings refused.</summary>
static class Commands
{
    const int SettingsRefused = 2;

    static readonly string Version =
        typeof(Commands).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static Task<int> RunAsync(string[] args, Func<WebApplication> build) => Arguments.Parse(args).Command switch
    {
        "help" => SayAsync(Help.Text),
        "version" => SayAsync($"vigilant {Version}"),
        "check" => WithSettingsAsync(build, CheckAsync),
        _ => WithSettingsAsync(build, ServeAsync),
    };

    static async Task<int> WithSettingsAsync(Func<WebApplication> build, Func<WebApplication, Task<int>> act)
    {
        try
        {
            await using var app = build();
            return await act(app);
        }
        catch (SettingsRefusedException refused)
        {
            foreach (var mistake in refused.Mistakes)
            {
                await Console.Error.WriteLineAsync(mistake);
            }

            return SettingsRefused;
        }
        catch (OperationCanceledException)
        {
            // Told to stop before the start was done.
            return 0;
        }
        catch (StartRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    static Task<int> CheckAsync(WebApplication app) => SayAsync("The settings are well.");

    static async Task<int> ServeAsync(WebApplication app)
    {
        await app.StartAsync();
        await SayNoticesAsync(app);
        await app.WaitForShutdownAsync();
        return 0;
    }

    static async Task SayNoticesAsync(WebApplication app)
    {
        await Console.Out.WriteLineAsync($"Vigilant {Version} is ready at {string.Join(", ", app.Urls)}");
        foreach (var notice in app.Services.GetServices<IStartNotice>())
        {
            if (notice.Line is { } line)
            {
                await Console.Out.WriteLineAsync(line);
            }
        }
    }

    static async Task<int> SayAsync(string text)
    {
        await Console.Out.WriteLineAsync(text);
        return 0;
    }
}
