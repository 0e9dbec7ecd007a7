using Microsoft.Extensions.Options;

namespace Vigilant.Server.Notifications;

sealed class NotificationOptionsRules : IValidateOptions<NotificationOptions>
{
    static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(45);
    static readonly TimeSpan ShortestKeep = TimeSpan.FromDays(2);

    public ValidateOptionsResult Validate(string? name, NotificationOptions options)
    {
        var errors = new ValidateOptionsResultBuilder();
        if (options.InFlightPerChannel is < 1 or > 64)
        {
            errors.AddError($"must be from 1 to 64, was {options.InFlightPerChannel}", Key(nameof(options.InFlightPerChannel)));
        }

        if (options.InFlight is < 16 or > 10_000)
        {
            errors.AddError($"must be from 16 to 10000, was {options.InFlight}", Key(nameof(options.InFlight)));
        }

        if (options.Lease < ShortestLease)
        {
            errors.AddError($"must be at least {ShortestLease}, was {options.Lease}", Key(nameof(options.Lease)));
        }

        if (options.KeepFor < ShortestKeep)
        {
            errors.AddError($"must be at least {ShortestKeep}, was {options.KeepFor}", Key(nameof(options.KeepFor)));
        }

        return errors.Build();
    }

    static string Key(string option) => $"{NotificationOptions.Section}:{option}";
}
