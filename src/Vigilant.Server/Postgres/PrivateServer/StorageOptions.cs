using Microsoft.Extensions.Options;

namespace Vigilant.Server.Postgres.PrivateServer;

/// <summary>What is done when the disk of the private server fills up.</summary>
sealed class StorageOptions
{
    public const string Section = "Vigilant:Storage";

    /// <summary>With less free space, in megabytes, nothing new is accepted (503). 32 by default, from 16 to 1,000,000.</summary>
    public int FreeSpaceLimit { get; set; } = 32;

    /// <summary>Megabytes kept in a file that is given up so that PostgreSQL can recover on a full disk. 64 by default; 0: none.</summary>
    public int Ballast { get; set; } = 64;

    public long LimitBytes => FreeSpaceLimit * 1024L * 1024;

    public long BallastBytes => Ballast * 1024L * 1024;

    internal sealed class Rules : IValidateOptions<StorageOptions>
    {
        public ValidateOptionsResult Validate(string? name, StorageOptions options)
        {
            var errors = new ValidateOptionsResultBuilder();
            if (options.FreeSpaceLimit is < 16 or > 1_000_000)
            {
                errors.AddError($"must be from 16 to 1000000, was {options.FreeSpaceLimit}", $"{Section}:FreeSpaceLimit");
            }

            if (options.Ballast is < 0 or > 10_000)
            {
                errors.AddError($"must be from 0 to 10000, was {options.Ballast}", $"{Section}:Ballast");
            }

            return errors.Build();
        }
    }
}
