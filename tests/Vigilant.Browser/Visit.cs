using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Vigilant.Browser;

/// <summary>A page in a browser of its own; remembers everything the browser complained about.</summary>
sealed class Visit : IAsyncDisposable
{
    readonly IBrowserContext _context;
    readonly ConcurrentQueue<string> _complaints = [];

    Visit(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Enqueue(error);
    }

    public IPage Page { get; }

    public IEnumerable<string> Complaints => _complaints;

    public static async Task<Visit> StartAsync(
        Chrome chrome, Site site, string path = "", bool dark = false, int width = 1280, bool scripts = true)
    {
        var context = await chrome.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = scripts,
        });
        var visit = new Visit(context, await context.NewPageAsync());
        await visit.SignInAsync(site);
        await visit.GoAsync(site, path);
        return visit;
    }

    public Task GoAsync(Site site, string path) => Page.GotoAsync(new Uri(site.Address, path).ToString());

    /// <summary>Waits until the event stream is open.</summary>
    public Task IsLiveAsync() => Assertions.Expect(Page.Locator("html[data-live=on]")).ToHaveCountAsync(1);

    /// <summary>The cookies of whoever is signed in, for requests without a browser.</summary>
    public async Task<string> CookiesAsync() =>
        string.Join("; ", (await _context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}"));

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    async Task SignInAsync(Site site)
    {
        await Page.GotoAsync((await site.SignInLinkAsync()).ToString());
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in to Vigilant" }).ClickAsync();
        await Assertions.Expect(Page).ToHaveURLAsync(site.Address.ToString());
    }
}
