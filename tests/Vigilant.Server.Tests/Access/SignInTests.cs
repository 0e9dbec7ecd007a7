using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Vigilant.Server.Access;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Access;

public sealed class SignInTests : IAsyncLifetime
{
    readonly ManualClock _clock = new(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));
    TestServer _server = null!;

    static CancellationToken Stopping => TestContext.Current.CancellationToken;

    SignInLinks Links => _server.Services.GetRequiredService<SignInLinks>();

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync(new TestServerSettings { Clock = _clock });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_link_signs_in_once()
    {
        var token = await Links.CreateAsync(Stopping);
        Assert.True(await Links.IsOpenAsync(token, Stopping));
        var first = await PostAsync($"/sign-in/{token}");
        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.Equal("/", first.Headers.Location!.ToString());
        var cookie = first.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
        Assert.DoesNotContain("secure", cookie);

        Assert.False(await Links.IsOpenAsync(token, Stopping));
        var second = await PostAsync($"/sign-in/{token}");
        Assert.Equal("/sign-in?link=closed", second.Headers.Location!.ToString());
        Assert.False(second.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_link_is_too_old_after_a_quarter_of_an_hour()
    {
        var token = await Links.CreateAsync(Stopping);
        _clock.Advance(TimeSpan.FromMinutes(15));
        Assert.False(await Links.IsOpenAsync(token, Stopping));
        Assert.Equal("/sign-in?link=closed", (await PostAsync($"/sign-in/{token}")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_strange_page_cannot_sign_a_visitor_in()
    {
        var token = await Links.CreateAsync(Stopping);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync($"/sign-in/{token}", ("Sec-Fetch-Site", "cross-site"))).StatusCode);
        Assert.True(await Links.IsOpenAsync(token, Stopping));
    }

    [Fact]
    public async Task A_session_is_kept_while_it_is_used_and_ends_when_it_is_not()
    {
        var cookie = await SignInAsync();
        _clock.Advance(TimeSpan.FromDays(29));
        Assert.NotNull(await ProjectOfAsync(cookie));
        _clock.Advance(TimeSpan.FromDays(29));
        Assert.NotNull(await ProjectOfAsync(cookie));
        _clock.Advance(TimeSpan.FromDays(30));
        Assert.Null(await ProjectOfAsync(cookie));
    }

    [Fact]
    public async Task Nothing_that_opens_is_stored()
    {
        var token = await Links.CreateAsync(Stopping);
        var cookie = await SignInAsync();
        var session = cookie.Split('=')[1];
        Assert.Equal(0L, await _server.Database.ScalarAsync<long>(
            $"select count(*) from sign_in_link l where l::text like '%{token}%'"));
        Assert.Equal(0L, await _server.Database.ScalarAsync<long>(
            $"select count(*) from session s where s::text like '%{session}%'"));
    }

    [Fact]
    public async Task The_api_takes_no_cookies()
    {
        using var client = _server.NewClient();
        client.DefaultRequestHeaders.Add("Cookie", await SignInAsync());
        (await client.GetJsonAsync("/v1/jobs")).With(401);
    }

    [Fact]
    public async Task Signing_out_takes_a_session_and_a_form_of_it()
    {
        var cookie = await SignInAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync("/sign-out")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("/sign-out", ("Cookie", cookie))).StatusCode);
        Assert.NotNull(await ProjectOfAsync(cookie));

        var (formCookie, header, formToken) = MakeForm();
        var left = await PostAsync("/sign-out", ("Cookie", $"{cookie}; {formCookie}"), (header, formToken));
        Assert.Equal(HttpStatusCode.SeeOther, left.StatusCode);
        Assert.Null(await ProjectOfAsync(cookie));
    }

    (string Cookie, string Header, string Token) MakeForm()
    {
        var forms = _server.Services.GetRequiredService<IAntiforgery>();
        var tokens = forms.GetTokens(new DefaultHttpContext { RequestServices = _server.Services });
        return ($"vigilant_form={tokens.CookieToken}", tokens.HeaderName!, tokens.RequestToken!);
    }

    async Task<string> SignInAsync()
    {
        var answer = await PostAsync($"/sign-in/{await Links.CreateAsync(Stopping)}");
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    async Task<Guid?> ProjectOfAsync(string cookie)
    {
        var context = new DefaultHttpContext { RequestServices = _server.Services };
        context.Request.Headers.Cookie = cookie;
        return await _server.Services.GetRequiredService<Sessions>().FindProjectAsync(context);
    }

    async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _server.Anonymous.SendAsync(request, Stopping);
    }
}
