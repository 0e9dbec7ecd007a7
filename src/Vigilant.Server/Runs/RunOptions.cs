using Microsoft.Extensions.Options;

namespace Vigilant.Server.Runs;

/// <summary>How much of the past is kept.</summary>
sealed class RunOptions
{
    public const string Section = "Vigilant:Runs";

    /// <summary>The newest signals of a job that are kept, with their bodies. 1,000 by default, from 10 to 1,000,000.</summary>
    public int SignalsPerJob { get; set; } = 1000;

    /// <summary>
    /// Days after which runs and signals are removed, whole weeks at a time where nothing in them is kept for longer. 90 by default,
    /// from 7 to 3,650. Projects, services, jobs and runs may say otherwise.
    /// </summary>
    public int KeepDays { get; set; } = 90;

    /// <summary>Days for which is remembered how many runs ended and how long they took. 730 by default, from 35 to 3,650.</summary>
    public int HistoryDays { get; set; } = 730;
    public TimeSpan KeptByDefault => TimeSpan.FromDays(KeepDays);

    internal sealed class Rules : IValidateOptions<RunOptions>
    {
        public ValidateOptionsResult Validate(string? name, RunOptions options)
        {
            var errors = new ValidateOptionsResultBuilder();
            Check(options.SignalsPerJob, 10, 1_000_000, nameof(SignalsPerJob), errors);
            Check(options.KeepDays, 7, 3650, nameof(KeepDays), errors);
            Check(options.HistoryDays, 35, 3650, nameof(HistoryDays), errors);
            return errors.Build();
        }

        static void Check(int value, int least, int most, string key, ValidateOptionsResultBuilder errors)
        {
            if (value < least || value > most)
            {
                errors.AddError($"must be from {least} to {most}, was {value}", $"{Section}:{key}");
            }
        }
    }
}
