using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vigilant.Browser;

public sealed partial class PagesTests(Chrome chrome) : IAsyncLifetime
{
    Site _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.StartAsync();
        await Seed.EverythingAsync(_site);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_tile_and_a_row_turn_red_without_a_reload()
    {
        await using var visit = await Visit.StartAsync(chrome, _site);
        await visit.Page.EvaluateAsync("window.notReloaded = true");
        await visit.IsLiveAsync();

        await Seed.TurnAsync(_site, "newsletter", 3, "failed with exit status 7");

        var soon = new LocatorAssertionsToHaveTextOptions { Timeout = 3000 };
        await Expect(visit.Page.Locator(".tile.red .number")).ToHaveTextAsync("4", soon);
        await Expect(visit.Page.Locator("table.jobs tbody tr").First).ToContainTextAsync("failed with exit status 7");
        await Expect(visit.Page.Locator("table.jobs tbody tr").First).ToContainTextAsync("newsletter");
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.notReloaded"));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task From_a_tile_clicks_alone_lead_to_a_run_and_all_that_is_known_of_it()
    {
        await using var visit = await Visit.StartAsync(chrome, _site);
        await visit.Page.Locator(".tile.red").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "order-import" }).First.ClickAsync();
        await visit.Page.Locator("#runs tbody a").First.ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Run of order-import");
        await Expect(visit.Page.Locator("header.head")).ToContainTextAsync("failed with exit status 3");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("duplicate key <b>orders_pkey</b>");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("Kill requested");
        await visit.Page.GetByText("The run before").ClickAsync();
        await Expect(visit.Page.GetByText("The run after")).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_hidden_page_holds_no_stream_and_a_shown_one_catches_up()
    {
        await using var visit = await Visit.StartAsync(chrome, _site);
        await visit.IsLiveAsync();
        await SetHiddenAsync(visit.Page, hidden: true);
        await Expect(visit.Page.Locator("html[data-live]")).ToHaveCountAsync(0);
        await Seed.TurnAsync(_site, "newsletter", 3, "failed");
        await SetHiddenAsync(visit.Page, hidden: false);
        await Expect(visit.Page.Locator(".tile.red .number")).ToHaveTextAsync("4");
    }

    [Fact]
    public async Task The_first_job_appears_by_itself()
    {
        await using var empty = await Site.StartAsync();
        await using var visit = await Visit.StartAsync(chrome, empty);
        await Expect(visit.Page.Locator("pre").First).ToContainTextAsync("?create=1");
        await visit.IsLiveAsync();
        await Seed.EverythingAsync(empty);
        await Expect(visit.Page.Locator(".tile.red .number")).ToHaveTextAsync("3");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_tile_filters_with_and_without_scripts(bool scripts)
    {
        await using var visit = await Visit.StartAsync(chrome, _site, scripts: scripts);
        await visit.Page.Locator(".tile.red").ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Uri(_site.Address, "?colour=red").ToString());
        await Expect(visit.Page.Locator("table.jobs tbody tr")).ToHaveCountAsync(3);
        await Expect(visit.Page.Locator(".tile.red")).ToHaveAttributeAsync("aria-current", "true");
        await visit.Page.Locator(".tile.red").ClickAsync();
        await Expect(visit.Page.Locator("table.jobs tbody tr")).ToHaveCountAsync(20);
    }

    [Fact]
    public async Task The_list_follows_what_is_typed_and_so_does_the_address()
    {
        await using var visit = await Visit.StartAsync(chrome, _site);
        await visit.Page.GetByLabel("Part of the job's name").PressSequentiallyAsync("PRICE");
        await Expect(visit.Page.Locator("table.jobs tbody tr")).ToHaveCountAsync(1);
        await Expect(visit.Page).ToHaveURLAsync(new Uri(_site.Address, "?text=PRICE").ToString());
        await Expect(visit.Page.GetByLabel("Part of the job's name")).ToBeFocusedAsync();
        await visit.IsLiveAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Filters_work_without_scripts()
    {
        await using var visit = await Visit.StartAsync(chrome, _site, scripts: false);
        await visit.Page.GetByLabel("Service").SelectOptionAsync("billing");
        await visit.Page.GetByLabel("Label", new() { Exact = true }).FillAsync("team=finance");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Filter" }).ClickAsync();
        await Expect(visit.Page.Locator("table.jobs tbody tr")).ToHaveCountAsync(4);
        await Expect(visit.Page.Locator(".tile.red .number")).ToHaveTextAsync("1");
    }

    [Fact]
    public async Task An_alert_is_acknowledged_by_keyboard_alone()
    {
        await using var visit = await Visit.StartAsync(chrome, _site, "alerts");
        var button = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Acknowledge billing/invoice-run" });
        for (var i = 0; i < 40 && !await button.EvaluateAsync<bool>("one => one === document.activeElement"); i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
        }

        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page).ToHaveURLAsync(new Uri(_site.Address, "alerts").ToString());
        await Expect(visit.Page.Locator(".card", new() { HasText = "invoice-run" }).First).ToContainTextAsync("acknowledged");
        await Expect(button).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_job_is_paused_and_resumed_without_scripts()
    {
        await using var visit = await Visit.StartAsync(chrome, _site, $"jobs/{await Seed.JobAsync(_site, "newsletter")}", scripts: false);
        await visit.Page.GetByText("Pause", new() { Exact = true }).ClickAsync();
        await visit.Page.GetByLabel("Your name").FillAsync("ada");
        await visit.Page.GetByLabel("Why").FillAsync("the list moves");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Pause this job" }).ClickAsync();
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("the list moves");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await Expect(visit.Page.GetByText("Pause", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_refused_is_said_in_a_sentence()
    {
        await using var visit = await Visit.StartAsync(chrome, _site, "channels");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send a test over on-call" }).ClickAsync();
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("This channel is disabled: enable it first.");
        Assert.DoesNotContain("secret", await visit.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_is_shown_as_text_and_downloaded_as_a_file()
    {
        var job = await Seed.JobAsync(_site, "order-import");
        await using var visit = await Visit.StartAsync(chrome, _site, $"jobs/{job}");
        await visit.Page.GetByText("Body, 408 bytes").ClickAsync();
        await Expect(visit.Page.Locator("#signals pre").First).ToContainTextAsync("<b>violates</b>");
        var link = await visit.Page.GetByText("Download all of it").First.GetAttributeAsync("href");
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Cookie", await visit.CookiesAsync());
        using var answer = await http.GetAsync(new Uri(_site.Address, link!), TestContext.Current.CancellationToken);
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nobody_is_shut_out_and_no_policy_is_broken(bool dark)
    {
        await using var visit = await Visit.StartAsync(chrome, _site, dark: dark);
        foreach (var path in await PathsAsync())
        {
            await visit.GoAsync(_site, path);
            var found = (await visit.Page.RunAxe()).Violations;
            Assert.True(found.Length == 0, $"{path}: {string.Join("; ", found.Select(one => $"{one.Id} {string.Join(" ", one.Nodes.Select(node => node.Html))}"))}");
        }

        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Nothing_scrolls_sideways_on_a_phone()
    {
        await using var visit = await Visit.StartAsync(chrome, _site, width: 390);
        foreach (var path in await PathsAsync())
        {
            await visit.GoAsync(_site, path);
            Assert.Equal(390, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }

    [Fact]
    public async Task Every_link_stays_under_the_path_base()
    {
        await using var site = await Site.StartAsync("/watch");
        await Seed.EverythingAsync(site);
        await using var visit = await Visit.StartAsync(chrome, site);
        await visit.IsLiveAsync();
        foreach (var click in new[] { ".tile.red", "table.jobs tbody th a", ".crumbs a", "nav >> text=Alerts", ".card a", ".crumbs a" })
        {
            await visit.Page.Locator(click).First.ClickAsync();
            await Expect(visit.Page).ToHaveURLAsync(UnderBase());
            await Expect(visit.Page.Locator("main")).Not.ToContainTextAsync("is not here");
        }

        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task The_chosen_theme_stays()
    {
        await using var visit = await Visit.StartAsync(chrome, _site, "alerts", scripts: false);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Theme: auto" }).ClickAsync();
        await Expect(visit.Page.Locator("html[data-theme=dark]")).ToHaveCountAsync(1);
        await Expect(visit.Page).ToHaveURLAsync(new Uri(_site.Address, "alerts").ToString());
    }

    async Task<string[]> PathsAsync() =>
    [
        "", "?colour=red", "?text=nothing-fits", $"jobs/{await Seed.JobAsync(_site, "order-import")}",
        $"jobs/{await Seed.JobAsync(_site, "ledger-export")}", $"runs/{await Seed.RunAsync(_site)}", "alerts", "alerts?state=resolved",
        $"alerts/{await Seed.AlertAsync(_site, "restore-drill")}", "channels", "sign-in", "sign-in/token",
    ];

    static async Task SetHiddenAsync(IPage page, bool hidden) => await page.EvaluateAsync(
        """
        hidden => {
          Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
          document.dispatchEvent(new Event("visibilitychange"));
        }
        """,
        hidden);

    [GeneratedRegex("^http://127.0.0.1:[0-9]+/watch/")]
    private static partial Regex UnderBase();
}
