using Microsoft.Extensions.Options;

namespace Vigilant.Server.Postgres.PrivateServer;

/// <summary>The private PostgreSQL server; none of it matters with an external one.</summary>
sealed class PrivateServerOptions
{
    public const string Section = "Vigilant:Postgres";

    /// <summary>The folder that holds initdb, postgres and pg_ctl. Left out, the installed ones are found.</summary>
    public string? Bin { get; set; }

    /// <summary>How long a start may take, recovery after a crash included. 10 minutes by default, at least 5 seconds.</summary>
    public TimeSpan StartTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>PostgreSQL's own settings, over the ones that Vigilant chooses: <c>shared_buffers</c>: <c>1GB</c>.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    internal sealed class Rules : IValidateOptions<PrivateServerOptions>
    {
        static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);

        public ValidateOptionsResult Validate(string? name, PrivateServerOptions options)
        {
            var errors = new ValidateOptionsResultBuilder();
            if (options.Bin is { } bin && !File.Exists(Path.Combine(bin, "pg_ctl")))
            {
                errors.AddError($"must be a folder with initdb, postgres and pg_ctl, was '{bin}'", $"{Section}:Bin");
            }

            if (options.StartTimeout < Shortest)
            {
                errors.AddError($"must be at least {Shortest}, was {options.StartTimeout}", $"{Section}:StartTimeout");
            }

            foreach (var setting in options.Settings.Keys.Where(ClusterSettings.IsOurs))
            {
                errors.AddError("must be left to Vigilant, which finds and guards its server by it", $"{Section}:Settings:{setting}");
            }

            return errors.Build();
        }
    }
}
