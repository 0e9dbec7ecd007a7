namespace Vigilant.Server.Hosting.Settings;

/// <summary>Where settings come from; later ones win: files, environment, command line.</summary>
static class ServerBuilder
{
    const string File = "appsettings.json";

    // A request is no news, and what stops a start is said once, by us, in a sentence.
    static readonly Dictionary<string, string?> QuietLogging = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        // Even when it writes nothing it would open a scope and an activity for each request.
        ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "None",
        ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "Critical",
        // It warns that its keys are stored; they lie beside the hashes of ours.
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
    };

    public static WebApplicationBuilder New(string[] args)
    {
        var arguments = Arguments.Parse(args);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = "Vigilant.Server",
        });
        try
        {
            AddSources(builder.Configuration, arguments);
        }
        catch (InvalidDataException unreadable)
        {
            throw new SettingsRefusedException([$"{unreadable.Message} {unreadable.GetBaseException().Message}"]);
        }

        builder.Services.AddSingleton(arguments);
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
        });
        return builder;
    }

    static void AddSources(ConfigurationManager configuration, Arguments arguments)
    {
        var environment = EnvironmentNames.Read(Environment.GetEnvironmentVariables());
        configuration.AddInMemoryCollection(QuietLogging);
        AddFile(configuration, Environment.CurrentDirectory);
        AddEnvironment(configuration, environment, arguments);
        AddFile(configuration, Path.GetFullPath(configuration["Vigilant:Data"] ?? DataOptions.DefaultData));
        AddEnvironment(configuration, environment, arguments);
    }

    static void AddFile(ConfigurationManager configuration, string folder) =>
        configuration.AddJsonFile(Path.Combine(folder, File), optional: true, reloadOnChange: false);

    static void AddEnvironment(
        ConfigurationManager configuration, Dictionary<string, string?> environment, Arguments arguments) =>
        configuration
            .AddEnvironmentVariables()
            .AddInMemoryCollection(environment)
            .AddInMemoryCollection(arguments.Settings);
}
