namespace Vigilant.Server.Alerts;

/// <summary>Where people reach this server: <c>Vigilant:PublicUrl</c>, or else the first of <c>Vigilant:Urls</c>.</summary>
sealed class PublicAddress(IConfiguration configuration)
{
    const string Default = "http://127.0.0.1:8080";

    readonly string _base = (configuration["Vigilant:PublicUrl"] ?? FirstOf(configuration["Vigilant:Urls"]) ?? Default).TrimEnd('/');

    public string Of(string path) => _base + path;

    static string? FirstOf(string? urls) =>
        urls?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
}
