using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Vigilant.Server.Hosting;
using Vigilant.Server.Hosting.Settings;

namespace Vigilant.Server.Access;

static class AccessSlice
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddVigilantOptions<AccessOptions, AccessOptions.Rules>("Vigilant");
        services.AddSingleton<KeyStore>();
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<ApiKeyNotice>();
        services.AddSingleton<SignInNotice>();
        services.AddSingleton<IStartNotice>(provider => provider.GetRequiredService<ApiKeyNotice>());
        services.AddSingleton<IStartNotice>(provider => provider.GetRequiredService<SignInNotice>());
        services.AddHostedService<PrepareFirstProject>();
        services.AddHostedService<OpenSignIn>();
        services.AddAntiforgery(form => form.Cookie.Name = "vigilant_form");
        services.AddSingleton<FormKeys>();
        services.AddDataProtection();
        services.AddOptions<KeyManagementOptions>()
            .Configure<FormKeys>((management, keys) => management.XmlRepository = keys);
        return services;
    }

    /// <summary>Lets no request past to an endpoint whose key or session it does not have.</summary>
    public static WebApplication UseAccess(this WebApplication app)
    {
        app.UseMiddleware<Gate>();
        return app;
    }

    /// <summary>The group of everything that asks for an API key, and is scoped by the key's project.</summary>
    public static RouteGroupBuilder MapV1(this WebApplication app) =>
        app.MapGroup("/v1")
            .WithMetadata(Credential.ApiKey)
            .ProducesProblem(StatusCodes.Status401Unauthorized);

    public static WebApplication MapAccess(this WebApplication app)
    {
        app.MapSignIn();
        return app;
    }

    /// <summary>Asks for a session: pages send the visitor to /sign-in, everything else answers 401. Forms need their token.</summary>
    public static TBuilder RequireSession<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(Credential.Session);
}
