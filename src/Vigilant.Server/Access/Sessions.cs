using Vigilant.Server.Hosting;

namespace Vigilant.Server.Access;

/// <summary>Who is signed in: a cookie whose hash is kept, renewed while it is used.</summary>
sealed class Sessions(SessionStore store, NodeClock clock)
{
    const string Cookie = "vigilant_session";
    static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);
    static readonly TimeSpan RenewAfter = TimeSpan.FromDays(1);

    public async Task StartAsync(HttpContext context, Guid project)
    {
        var token = Keys.New(Keys.TokenLength);
        var now = clock.Now;
        await store.AddSessionAsync(Keys.Hash(token), project, now + Lifetime, now, context.RequestAborted);
        Write(context, token, now + Lifetime);
    }

    public async Task<Guid?> FindProjectAsync(HttpContext context)
    {
        if (Token(context) is not { } token)
        {
            return null;
        }

        var now = clock.Now;
        var session = await store.FindSessionAsync(Keys.Hash(token), now, context.RequestAborted);
        if (session is not null && session.ExpiresAt - now < Lifetime - RenewAfter)
        {
            await store.RenewSessionAsync(Keys.Hash(token), now + Lifetime, context.RequestAborted);
            Write(context, token, now + Lifetime);
        }

        return session?.ProjectId;
    }

    public async Task EndAsync(HttpContext context)
    {
        if (Token(context) is { } token)
        {
            await store.EndSessionAsync(Keys.Hash(token), context.RequestAborted);
        }

        context.Response.Cookies.Delete(Cookie, Options(context));
    }

    static string? Token(HttpContext context) =>
        context.Request.Cookies[Cookie] is { } token && Keys.HasForm(token, Keys.TokenLength) ? token : null;

    static void Write(HttpContext context, string token, DateTimeOffset until)
    {
        var options = Options(context);
        options.Expires = until;
        context.Response.Cookies.Append(Cookie, token, options);
    }

    static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = context.Request.PathBase.HasValue ? context.Request.PathBase.Value : "/",
        IsEssential = true,
    };
}
