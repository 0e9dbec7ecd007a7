using Microsoft.Extensions.Options;

namespace Vigilant.Server.Hosting.Settings;

/// <summary>Where this server keeps what must not be lost.</summary>
sealed class DataOptions
{
    public const string Section = "Vigilant";
    public const string DefaultData = "./data";

    /// <summary>The data folder. <c>./data</c> by default; made when it is missing.</summary>
    public string Data { get; set; } = DefaultData;

    /// <summary>An external PostgreSQL as an Npgsql connection string, also with several hosts. Without it: a private server.</summary>
    public string? Database { get; set; }

    public string FullPath => Path.GetFullPath(Data);

    internal sealed class Rules : IValidateOptions<DataOptions>
    {
        public ValidateOptionsResult Validate(string? name, DataOptions options)
        {
            var errors = new ValidateOptionsResultBuilder();
            if (string.IsNullOrWhiteSpace(options.Data) || File.Exists(options.Data))
            {
                errors.AddError($"must be a folder, was '{options.Data}'", "Vigilant:Data");
            }

            if (options.Database is { } database && ConnectionMistake(database) is { } mistake)
            {
                errors.AddError($"must be an Npgsql connection string such as Host=db;Username=vigilant: {mistake}", "Vigilant:Database");
            }

            return errors.Build();
        }

        // The string can hold a password, so what was said is not repeated, only what is wrong with it.
        static string? ConnectionMistake(string database)
        {
            try
            {
                var parsed = new Npgsql.NpgsqlConnectionStringBuilder(database);
                return string.IsNullOrEmpty(parsed.Host) ? "it names no Host" : null;
            }
            catch (ArgumentException)
            {
                return "it has a part that is not 'Keyword=value' or a keyword that Npgsql does not know";
            }
        }
    }
}
