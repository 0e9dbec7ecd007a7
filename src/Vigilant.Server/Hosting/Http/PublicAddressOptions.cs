using Microsoft.Extensions.Options;

namespace Vigilant.Server.Hosting.Http;

sealed class PublicAddressOptions
{
    /// <summary>The address under which people and jobs reach this server, with its path base; none by default: that of the request.</summary>
    public string? PublicUrl { get; set; }

    internal sealed class Rules : IValidateOptions<PublicAddressOptions>
    {
        public ValidateOptionsResult Validate(string? name, PublicAddressOptions options) =>
            options.PublicUrl is null || IsWebAddress(options.PublicUrl)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(
                    $"Vigilant:PublicUrl: must be an absolute http or https address, was '{options.PublicUrl}'");

        static bool IsWebAddress(string text) =>
            Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            && url is { Query: "", Fragment: "" };
    }
}
