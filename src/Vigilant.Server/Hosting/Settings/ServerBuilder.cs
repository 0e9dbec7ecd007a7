namespace Vigilant.Server.Hosting.Settings;

/// <summary>Where settings come from; later ones win: files, environment, command line.</summary>
static class ServerBuilder
{
    const string File = "appsettings.json";

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
            throw new SettingsRefusedException([$"{unreadable.Message} {unreadable.InnerException?.Message}".Trim()]);
        }

        builder.Services.AddSingleton(arguments);
        return builder;
    }

    static void AddSources(ConfigurationManager configuration, Arguments arguments)
    {
        var environment = EnvironmentNames.Read(Environment.GetEnvironmentVariables());
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
