using Microsoft.Extensions.Options;

namespace Vigilant.Server.Hosting.Http;

/// <summary>Where people and jobs reach this server.</summary>
sealed class PublicAddress(IOptions<PublicAddressOptions> options)
{
    readonly Uri? _configured = options.Value.PublicUrl is { } url ? WithSlash(url) : null;

    /// <summary>As configured; else null: nobody knows it before a request comes.</summary>
    public Uri? Configured => _configured;

    /// <summary>As configured; else as the request was addressed. Ends with a slash.</summary>
    public Uri Of(HttpRequest request) =>
        _configured ?? WithSlash($"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}");

    static Uri WithSlash(string url) => new(url.EndsWith('/') ? url : url + "/");
}
