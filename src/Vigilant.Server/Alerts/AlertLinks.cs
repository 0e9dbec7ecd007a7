using Vigilant.Server.Hosting.Http;

namespace Vigilant.Server.Alerts;

/// <summary>
/// Addresses of pages, for messages that no request asks for: below <c>Vigilant:PublicUrl</c>, or else the first of
/// <c>Vigilant:Urls</c>.
/// </summary>
sealed class AlertLinks(PublicAddress address, IConfiguration configuration)
{
    const string Default = "http://127.0.0.1:8080";

    readonly string _base = (address.Configured?.ToString() ?? FirstOf(configuration["Vigilant:Urls"]) ?? Default).TrimEnd('/');

    public string OfAlert(Guid alert) => $"{_base}/alerts/{alert}";

    public string OfJob(Guid job) => $"{_base}/jobs/{job}";

    static string? FirstOf(string? urls) =>
        urls?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
}
