using Microsoft.Extensions.Options;

namespace Vigilant.Server.Alerts;

sealed class AlertOptionsRules : IValidateOptions<AlertOptions>
{
    const int MostDays = 36500;

    public ValidateOptionsResult Validate(string? name, AlertOptions options)
    {
        var errors = new ValidateOptionsResultBuilder();
        if (options.KeepResolvedDays is < 1 or > MostDays)
        {
            errors.AddError($"must be from 1 to {MostDays}, was {options.KeepResolvedDays}", $"{AlertOptions.Section}:{nameof(options.KeepResolvedDays)}");
        }

        return errors.Build();
    }
}
