using Microsoft.Extensions.Options;

namespace Vigilant.Server.Access;

sealed class AccessOptions
{
    /// <summary>The API key of the first project: 32 letters or digits. Without it one is made at the first start and shown once.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The ping key of the first project: 22 letters or digits. Without it one is made at the first start.</summary>
    public string? PingKey { get; set; }

    internal sealed class Rules : IValidateOptions<AccessOptions>
    {
        public ValidateOptionsResult Validate(string? name, AccessOptions options)
        {
            var errors = new ValidateOptionsResultBuilder();
            Check(options.ApiKey, Keys.ApiKeyLength, "Vigilant:ApiKey", errors);
            Check(options.PingKey, Keys.PingKeyLength, "Vigilant:PingKey", errors);
            return errors.Build();
        }

        // The value is a secret: its length is enough to find the mistake.
        static void Check(string? key, int length, string setting, ValidateOptionsResultBuilder errors)
        {
            if (key is not null && !Keys.HasForm(key, length))
            {
                errors.AddError($"must be {length} letters or digits, had {key.Length} characters", setting);
            }
        }
    }
}
