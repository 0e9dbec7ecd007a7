using Microsoft.AspNetCore.Http.HttpResults;
using Vigilant.Domain.Jobs;

namespace Vigilant.Server.Hosting.Http;

/// <summary>Answers to requests that cannot be served: RFC 9457, with a detail that says what to do.</summary>
static class Problems
{
    public static ProblemHttpResult Of(int status, string detail, string? title = null) =>
        TypedResults.Problem(detail, statusCode: status, title: title);

    public static ProblemHttpResult NotFound(string detail) => Of(StatusCodes.Status404NotFound, detail);

    public static ProblemHttpResult Conflict(string detail) => Of(StatusCodes.Status409Conflict, detail);

    /// <summary>Everything that is wrong, by field.</summary>
    public static ProblemHttpResult Invalid(FieldErrors errors) =>
        TypedResults.Problem(new HttpValidationProblemDetails(errors.ToDictionary())
        {
            Status = StatusCodes.Status400BadRequest,
            Title = "The request is not valid.",
            Detail = "Mend the fields named in errors and send it again.",
        });

    public static ProblemHttpResult Invalid(string field, string why)
    {
        var errors = new FieldErrors();
        errors.Add(field, why);
        return Invalid(errors);
    }
}
