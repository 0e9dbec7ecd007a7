using Microsoft.AspNetCore.Mvc;

namespace Vigilant.Server.Pages;

/// <summary>Light, dark, or as the system says. Harmless, and needs no session: the sign-in page has the button, too.</summary>
static class ThemeEndpoint
{
    const string Cookie = "vigilant-theme";

    public static void MapTheme(this IEndpointRouteBuilder pages) =>
        pages.MapPost("theme", Choose).DisableAntiforgery().AllowAnonymous();

    static IResult Choose(HttpContext http, [FromForm] string theme, [FromForm] string? back)
    {
        http.Response.Cookies.Append(Cookie, theme is "light" or "dark" ? theme : "auto", new CookieOptions
        {
            Path = http.Request.PathBase.HasValue ? http.Request.PathBase.Value : "/",
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        });
        return PageRedirect.To(http, back);
    }
}
