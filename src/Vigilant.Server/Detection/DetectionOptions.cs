using Microsoft.Extensions.Options;

namespace Vigilant.Server.Detection;

/// <summary>How silence is told from our own absence.</summary>
sealed class DetectionOptions
{
    public const string Section = "Vigilant:Detection";

    /// <summary>
    /// A time without any node that takes signals is a gap when it is longer than this. 1.5 seconds by default; at least 1 second,
    /// which is two beats.
    /// </summary>
    public TimeSpan ShortestGap { get; set; } = TimeSpan.FromSeconds(1.5);

    /// <summary>Whether this node's clock is kept near the database's, which all nodes share. True by default.</summary>
    public bool FollowDatabaseClock { get; set; } = true;

    internal sealed class Rules : IValidateOptions<DetectionOptions>
    {
        static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

        public ValidateOptionsResult Validate(string? name, DetectionOptions options)
        {
            var errors = new ValidateOptionsResultBuilder();
            if (options.ShortestGap < Least)
            {
                errors.AddError($"must be at least {Least}, was {options.ShortestGap}", $"{Section}:ShortestGap");
            }

            return errors.Build();
        }
    }
}
