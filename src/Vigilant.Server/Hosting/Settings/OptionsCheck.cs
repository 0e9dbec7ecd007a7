using Microsoft.Extensions.Options;

namespace Vigilant.Server.Hosting.Settings;

sealed class OptionsCheck<TOptions>(string section, IServiceProvider services) : IOptionsCheck
    where TOptions : class
{
    const string Prefix = "Property ";

    public IReadOnlyList<KnownKey> Known { get; } = [.. KnownKeys.Of(typeof(TOptions), section)];

    public IEnumerable<string> Mistakes()
    {
        try
        {
            _ = services.GetRequiredService<IOptions<TOptions>>().Value;
            return [];
        }
        catch (OptionsValidationException refused)
        {
            return refused.Failures.Select(Sentence);
        }
    }

    static string Sentence(string failure) =>
        failure.StartsWith(Prefix, StringComparison.Ordinal) ? failure[Prefix.Length..] : failure;
}
