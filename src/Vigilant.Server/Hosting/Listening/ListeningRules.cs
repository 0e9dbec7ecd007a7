using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Vigilant.Server.Hosting.Listening;

sealed class ListeningRules : IValidateOptions<ListeningOptions>
{
    public ValidateOptionsResult Validate(string? name, ListeningOptions options)
    {
        var errors = new ValidateOptionsResultBuilder();
        foreach (var url in options.EachUrl().Where(url => !IsAddress(url)))
        {
            errors.AddError($"must be addresses like http://127.0.0.1:8080 with semicolons between, was '{url}'", "Vigilant:Urls");
        }

        if (!options.EachUrl().Any())
        {
            errors.AddError("must be at least one address, was empty", "Vigilant:Urls");
        }

        foreach (var proxy in options.EachProxy().Where(proxy => !ProxyNetwork.TryParse(proxy, out _)))
        {
            errors.AddError($"must be addresses or networks like 10.0.0.0/8 with commas between, was '{proxy}'", "Vigilant:KnownProxies");
        }

        if (options.PathBase is { Length: > 0 } path && (path[0] != '/' || path[^1] == '/'))
        {
            errors.AddError($"must begin and not end with a slash, was '{path}'", "Vigilant:PathBase");
        }

        CheckCertificate(options, errors);
        return errors.Build();
    }

    static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http" or "https", PathBase: "" };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    static void CheckCertificate(ListeningOptions options, ValidateOptionsResultBuilder errors)
    {
        var wanted = options.EachUrl().Any(url => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase));
        if (options.Https.Certificate is not { Length: > 0 } file)
        {
            if (wanted)
            {
                errors.AddError("must name a certificate file, because Vigilant:Urls has an https address", "Vigilant:Https:Certificate");
            }
        }
        else if (!File.Exists(file))
        {
            errors.AddError($"must name a file that can be read, was '{file}'", "Vigilant:Https:Certificate");
        }
        else if (options.Https.Load().Mistake is { } mistake)
        {
            errors.AddError($"must be a certificate with its key, was '{file}': {mistake}", "Vigilant:Https:Certificate");
        }
    }
}
