using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Vigilant.Server.Hosting;
using Vigilant.Server.Hosting.Http;

namespace Vigilant.Server.Access;

/// <summary>Shows the one-time link by which the owner signs in.</summary>
sealed class SignInNotice(IServer server, PublicAddress address, IConfiguration configuration) : IStartNotice
{
    public string? Token { get; set; }

    public string? Line => Token is null ? null : $"Sign in once, within 15 minutes: {Link(Token)}";

    string Link(string token) =>
        address.Configured is { } known ? $"{known}sign-in/{token}" : $"{Local()}{configuration["Vigilant:PathBase"]}/sign-in/{token}";

    // Somebody who listens everywhere is reached at localhost, too.
    string Local()
    {
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        var url = BindingAddress.Parse(listening);
        var host = url.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : url.Host;
        return $"{url.Scheme}://{host}:{url.Port}";
    }
}
