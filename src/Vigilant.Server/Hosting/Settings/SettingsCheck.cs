using System.ComponentModel;

namespace Vigilant.Server.Hosting.Settings;

/// <summary>Looks at every setting before anything starts, and names all mistakes at once.</summary>
sealed class SettingsCheck(IConfiguration configuration, Arguments arguments, IEnumerable<IOptionsCheck> options)
{
    readonly IOptionsCheck[] _options = [.. options];

    public void RefuseMistakes()
    {
        var mistakes = FindMistakes();
        if (mistakes.Count > 0)
        {
            throw new SettingsRefusedException(mistakes);
        }
    }

    List<string> FindMistakes()
    {
        var given = Given();
        var known = _options.SelectMany(option => option.Known)
            .Concat(EnvironmentNames.Keys.Values.Select(key => new KnownKey(key, typeof(string))))
            .ToArray();
        return
        [
            .. arguments.Errors,
            .. EnvironmentNames.Unknown(Environment.GetEnvironmentVariables()).Select(UnknownVariable),
            .. given.Keys.Where(key => !known.Any(one => KnownKeys.Covers(one, key))).Select(key => Unknown(key, known)),
            .. _options.SelectMany(option => MistakesOf(option, given)).Distinct(),
        ];
    }

    Dictionary<string, string> Given() =>
        configuration.GetSection("Vigilant").AsEnumerable()
            .Where(setting => setting.Value is not null)
            .ToDictionary(setting => setting.Key, setting => setting.Value!, StringComparer.OrdinalIgnoreCase);

    static string UnknownVariable(string name) =>
        $"{name}: is not a setting.{Nearest.Hint(name, EnvironmentNames.Keys.Keys)}";

    static string Unknown(string key, KnownKey[] known) =>
        $"{key}: is not a setting.{Nearest.Hint(key, known.Select(one => one.Key))}";

    // Rules are asked only where every value has the form that its class needs: binding stops at the first that has not.
    static IEnumerable<string> MistakesOf(IOptionsCheck option, Dictionary<string, string> given)
    {
        var malformed = given
            .Select(setting => MalformedBy(option, setting.Key, setting.Value))
            .OfType<string>()
            .ToArray();
        return malformed.Length > 0 ? malformed : option.Mistakes();
    }

    static string? MalformedBy(IOptionsCheck option, string key, string value)
    {
        var known = option.Known.FirstOrDefault(one => KnownKeys.Covers(one, key));
        return known.Type is null || HasForm(known.Type, value) ? null : $"{key}: must be {FormOf(known.Type)}, was '{value}'";
    }

    static bool HasForm(Type type, string value) =>
        type == typeof(string) || value.Length == 0 || TypeDescriptor.GetConverter(type).IsValid(value);

    static string FormOf(Type type) =>
        type == typeof(TimeSpan) ? "a time span such as 00:00:30 or 7.00:00:00"
        : type == typeof(bool) ? "true or false"
        : type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}"
        : type == typeof(Uri) ? "an address"
        : type == typeof(decimal) || type == typeof(double) || type == typeof(float) ? "a number"
        : "a whole number";
}
