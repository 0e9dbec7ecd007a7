using Microsoft.AspNetCore.Http.HttpResults;
using Vigilant.Dashboard.Layout;

namespace Vigilant.Server.Pages;

/// <summary>Where a form leads.</summary>
static class PageRedirect
{
    /// <summary>Shows one of our pages; an address that would lead elsewhere leads to the first page.</summary>
    public static IResult To(HttpContext http, string? back)
    {
        var local = back is not null && !back.StartsWith('/') && !back.Contains('\\', StringComparison.Ordinal)
            && Uri.TryCreate(back, UriKind.Relative, out _);
        http.Response.Headers.Location = $"{http.Request.PathBase}/{(local ? back : "")}";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    public static RazorComponentResult Refused(string why, string back) =>
        new RazorComponentResult<RefusedPage>(new { Why = why, Back = back }) { StatusCode = StatusCodes.Status409Conflict };
}
