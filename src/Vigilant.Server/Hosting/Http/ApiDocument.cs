using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Vigilant.Server.Hosting.Http;

/// <summary>The description of /v1 at /openapi/v1.json.</summary>
static class ApiDocument
{
    public const string AnyType = "*/*";
    const string Header = "ApiKey";
    const string Bearer = "Bearer";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) =>
        services.AddOpenApi("v1", document =>
        {
            document.ShouldInclude = endpoint =>
                endpoint.RelativePath?.StartsWith("v1/", StringComparison.Ordinal) == true;
            document.AddDocumentTransformer(Introduce);
            document.AddOperationTransformer(NameJsonAlone);
        });

    static Task NameJsonAlone(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stopping)
    {
        operation.RequestBody?.Content?.Remove(AnyType);
        return Task.CompletedTask;
    }

    static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken stopping)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Vigilant",
            Version = "v1",
            Description = "Knows whether automated work really happened. Errors are problem details (RFC 9457) that say what to do.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Header] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = "X-Api-Key",
            },
            [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
        };
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Header, document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] },
        ];
        return Task.CompletedTask;
    }
}
