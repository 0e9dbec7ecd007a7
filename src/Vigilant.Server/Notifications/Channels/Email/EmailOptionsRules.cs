using Microsoft.Extensions.Options;

namespace Vigilant.Server.Notifications.Channels.Email;

sealed class EmailOptionsRules : IValidateOptions<EmailOptions>
{
    public ValidateOptionsResult Validate(string? name, EmailOptions options)
    {
        if (options.Host.Length == 0)
        {
            return ValidateOptionsResult.Success;
        }

        var errors = new ValidateOptionsResultBuilder();
        foreach (var (key, rule) in MailServerRules.Check(MailServer.Of(options)))
        {
            errors.AddError(rule, $"{EmailOptions.Section}:{key}");
        }

        return errors.Build();
    }
}
