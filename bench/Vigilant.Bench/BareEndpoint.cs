using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Vigilant.Bench;

/// <summary>What the web server can do at most: the same address, and nothing behind it.</summary>
static class BareEndpoint
{
    public const string Address = "http://127.0.0.1:18098";

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapGet("/ping/{id:guid}", (Guid id) => "OK");
        await app.RunAsync(Address);
    }
}
