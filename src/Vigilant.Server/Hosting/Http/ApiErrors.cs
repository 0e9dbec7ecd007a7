using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Vigilant.Server.Hosting.Http;

/// <summary>Turns what was thrown into problem details; what it does not know is a 500 that gives nothing away.</summary>
sealed partial class ApiErrors(ILogger<ApiErrors> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = Describe(exception);
        if (problem.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = "1";
        }

        if (problem.StatusCode == StatusCodes.Status500InternalServerError)
        {
            // The framework takes what is handled here for no news. The address itself may hold a secret, its pattern does not.
            log.RequestBroke(exception, httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName);
        }

        await problem.ExecuteAsync(httpContext);
        return true;
    }

    static ProblemHttpResult Describe(Exception exception) => exception switch
    {
        BadHttpRequestException bad => DescribeBad(bad),
        NpgsqlException { IsTransient: true } => Problems.Of(
            StatusCodes.Status503ServiceUnavailable, "The database cannot be reached now. Send the request again in a second."),
        _ => Problems.Of(
            StatusCodes.Status500InternalServerError, "Something broke on the server, and its log says what. Send the request again."),
    };

    static ProblemHttpResult DescribeBad(BadHttpRequestException bad)
    {
        var parameter = Parameter().Match(bad.Message);
        return (bad.StatusCode, parameter.Success) switch
        {
            (StatusCodes.Status413PayloadTooLarge, _) => BodyBytes.TooLarge,
            (_, true) => Problems.Invalid(
                parameter.Groups["name"].Value, $"could not be read, was '{parameter.Groups["value"].Value}'"),
            _ => Problems.Of(bad.StatusCode, bad.Message),
        };
    }

    [GeneratedRegex("""parameter "\S+ (?<name>\w+)" from "(?<value>[^"]*)"\.""", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Parameter();
}
