using System.Collections;

namespace Vigilant.Server.Hosting.Settings;

/// <summary>The short names of a few settings in the environment; every other one is Vigilant__Section__Name.</summary>
static class EnvironmentNames
{
    public static readonly IReadOnlyDictionary<string, string> Keys = new Dictionary<string, string>
    {
        ["VIGILANT_URLS"] = "Vigilant:Urls",
        ["VIGILANT_DATA"] = "Vigilant:Data",
        ["VIGILANT_DATABASE"] = "Vigilant:Database",
        ["VIGILANT_API_KEY"] = "Vigilant:ApiKey",
        ["VIGILANT_PING_KEY"] = "Vigilant:PingKey",
        ["VIGILANT_OUTBOUND_ALLOW"] = "Vigilant:Outbound:Allow",
    };

    public static Dictionary<string, string?> Read(IDictionary environment) =>
        Keys.Where(name => environment[name.Key] is string { Length: > 0 })
            .ToDictionary(name => name.Value, name => environment[name.Key] as string);

    // Tests and scripts have variables of their own: VIGILANT_TEST_... is none of ours.
    public static IEnumerable<string> Unknown(IDictionary environment) =>
        environment.Keys.OfType<string>()
            .Where(name => name.StartsWith("VIGILANT_", StringComparison.Ordinal)
                && !name.StartsWith("VIGILANT__", StringComparison.Ordinal)
                && !name.StartsWith("VIGILANT_TEST_", StringComparison.Ordinal)
                && !Keys.ContainsKey(name));
}
