using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Vigilant.Server.Access;
using Vigilant.Server.Tests.Runs;

namespace Vigilant.Server.Tests.Pages;

/// <summary>What tests of forms share: somebody who is signed in, and sends them.</summary>
public abstract partial class OperationForms : OperationsOverApi
{
    protected static CancellationToken Stopping => TestContext.Current.CancellationToken;

    protected async Task<HttpClient> SignInAsync()
    {
        var visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = Server.Address };
        var token = await Server.Services.GetRequiredService<SignInLinks>().CreateAsync(Stopping);
        using var signedIn = await visitor.PostAsync($"/sign-in/{token}", null, Stopping);
        Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
        return visitor;
    }

    protected static async Task<HttpResponseMessage> SendAsync(HttpClient visitor, string path, params IEnumerable<(string Name, string Value)> fields)
    {
        var page = await visitor.GetStringAsync("/operations", Stopping);
        var token = FormToken().Match(page).Groups["token"].Value;
        using var body = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return await visitor.PostAsync(path, body, Stopping);
    }

    [GeneratedRegex("""__RequestVerificationToken" value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex FormToken();
}
