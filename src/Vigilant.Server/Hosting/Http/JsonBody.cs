using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Vigilant.Domain.Jobs;

namespace Vigilant.Server.Hosting.Http;

/// <summary>
/// The JSON object in a request's body, read field by field so that everything that is wrong is said at once. An empty body
/// is an empty object.
/// </summary>
/// <param name="Value">What could be read; fields in <paramref name="Errors"/> are left out. Null when it was no object at all.</param>
/// <param name="Errors">What is wrong with single fields.</param>
/// <param name="Refused">The answer when the body could not be read at all.</param>
sealed record JsonBody<T>(T? Value, FieldErrors Errors, ProblemHttpResult? Refused)
    : IBindableFromHttpContext<JsonBody<T>>, IEndpointParameterMetadataProvider
    where T : class
{
    /// <summary>The answer to give unless the body is sound; for handlers that have no rules of their own to add.</summary>
    public ProblemHttpResult? Problem => Refused ?? (Errors.None ? null : Problems.Invalid(Errors));

    public static async ValueTask<JsonBody<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var bytes = await BodyBytes.ReadAsync(context);
        return bytes is null
            ? new JsonBody<T>(null, new FieldErrors(), BodyBytes.TooLarge)
            : JsonFields.Read<T>(bytes.Value, context);
    }

    // Any content type is taken: what curl sends by default names a form. The document names JSON alone.
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json", ApiDocument.AnyType], typeof(T), isOptional: false));
}
