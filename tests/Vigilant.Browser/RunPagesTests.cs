using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vigilant.Browser;

/// <summary>Some thousand runs: found, narrowed and acted on.</summary>
public sealed partial class RunPagesTests(Chrome chrome) : IAsyncLifetime
{
    static readonly string[] Views =
    [
        "runs", "runs?range=7d", "runs/list", "runs/list?q=state:failed+created:24h&by=error", "runs/list?q=stat:failed",
        "runs/list?q=host:nowhere", "runs/timeline?range=1h", "resources/Customer/7", "resources/Customer/none",
    ];

    Site _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.StartAsync();
        await Seed.EverythingAsync(_site);
        await Seed.RunsAsync(_site);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_number_clicks_alone_lead_to_a_run(bool scripts)
    {
        await using var visit = await Visit.StartAsync(chrome, _site, "runs", scripts: scripts);
        await visit.Page.Locator(".tile.red").ClickAsync();
        await Expect(visit.Page.GetByLabel("Search runs")).ToHaveValueAsync(LastDay());
        await visit.Page.Locator(".facets a", new() { HasText = "shop/order-import" }).ClickAsync();
        await Expect(visit.Page.Locator(".chip")).ToHaveCountAsync(3);
        await visit.Page.Locator("#found-runs tbody th a").First.ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Run of order-import");
        await visit.Page.Locator("aside dd a[href^=resources]").ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("TaskPlan 42");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_failure_leads_to_those_that_say_the_same()
    {
        await using var visit = await Visit.StartAsync(chrome, _site, "runs");
        await visit.Page.Locator(".groups th a", new() { HasText = "timeout after" }).ClickAsync();
        var first = visit.Page.Locator("#found-runs tbody tr").First;
        await Expect(first).ToContainTextAsync("ms waiting for");
        Assert.DoesNotContain("UniqueViolation", await visit.Page.Locator("#found-runs").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_is_typed_and_taken_apart_by_its_chips()
    {
        await using var visit = await Visit.StartAsync(chrome, _site, "runs/list");
        await visit.Page.GetByLabel("Search runs").FillAsync("job:order* state:killed arg.shop:berlin");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator(".chip")).ToHaveCountAsync(3);
        await Expect(visit.Page.Locator("#found-runs tbody tr").First).ToContainTextAsync("killed");
        await visit.Page.GetByLabel("Take away state:killed").ClickAsync();
        await Expect(visit.Page.GetByLabel("Search runs")).ToHaveValueAsync("job:order* arg.shop:berlin");
        await Expect(visit.Page.Locator("#found-runs tbody tr").First).ToContainTextAsync("berlin");
    }

    [Fact]
    public async Task What_was_mistyped_is_said()
    {
        await using var visit = await Visit.StartAsync(chrome, _site, "runs/list?q=stat:failed");
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("did you mean state:?");
        await Expect(visit.Page.Locator("#found-runs")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Pages_of_a_list_and_the_order_are_links()
    {
        await using var visit = await Visit.StartAsync(chrome, _site, "runs/list?q=state:succeeded", scripts: false);
        var first = await visit.Page.Locator("#found-runs tbody th a").First.GetAttributeAsync("href");
        await visit.Page.GetByText("Next page").ClickAsync();
        Assert.NotEqual(first, await visit.Page.Locator("#found-runs tbody th a").First.GetAttributeAsync("href"));
        await visit.Page.GetByText("First page").ClickAsync();
        Assert.Equal(first, await visit.Page.Locator("#found-runs tbody th a").First.GetAttributeAsync("href"));
        await visit.Page.GetByText("oldest first").ClickAsync();
        Assert.NotEqual(first, await visit.Page.Locator("#found-runs tbody th a").First.GetAttributeAsync("href"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Chosen_runs_are_labelled(bool scripts)
    {
        await using var visit = await Visit.StartAsync(chrome, _site, "runs/list?q=state:failed", scripts: scripts);
        await visit.Page.Locator("tbody .choose input").Nth(0).CheckAsync();
        await visit.Page.Locator("tbody .choose input").Nth(2).CheckAsync();
        await FillAsync(visit.Page);
        await visit.Page.GetByText("Do it to the chosen").ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(OfOperation());
        await AreLabelledAsync(visit, 2);
    }

    [Fact]
    public async Task All_that_match_are_labelled_whatever_is_chosen()
    {
        await using var visit = await Visit.StartAsync(chrome, _site, "runs/list?q=state:killed+job:newsletter");
        var matching = await visit.Page.Locator("#found-runs tbody tr").CountAsync();
        await visit.Page.GetByLabel("Choose every run of this page").CheckAsync();
        await Expect(visit.Page.Locator("tbody .choose input:checked")).ToHaveCountAsync(matching);
        await FillAsync(visit.Page);
        await visit.Page.GetByText("that match", new() { Exact = false }).And(visit.Page.Locator("button")).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(OfOperation());
        await AreLabelledAsync(visit, matching);
    }

    [Fact]
    public async Task A_bar_of_the_timeline_is_a_run()
    {
        await using var visit = await Visit.StartAsync(chrome, _site, "runs/timeline?range=1h&service=shop");
        await Expect(visit.Page.Locator(".timechart li")).Not.ToHaveCountAsync(0);
        await visit.Page.Locator(".timechart li a[href^='runs/0'] rect.succeeded").First.ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToContainTextAsync("Run of");
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nobody_is_shut_out_and_no_policy_is_broken(bool dark)
    {
        await using var visit = await Visit.StartAsync(chrome, _site, dark: dark);
        foreach (var path in Views.Append($"runs/{await Seed.ActiveRunAsync(_site)}").Append($"runs/{await Seed.FailedRunAsync(_site)}"))
        {
            await visit.GoAsync(_site, path);
            var found = (await visit.Page.RunAxe()).Violations;
            Assert.True(found.Length == 0, $"{path}: {string.Join("; ", found.Select(one => $"{one.Id} {string.Join(" ", one.Nodes.Take(3).Select(node => node.Html))}"))}");
        }

        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Nothing_scrolls_sideways_on_a_phone()
    {
        await using var visit = await Visit.StartAsync(chrome, _site, width: 390);
        foreach (var path in Views.Append($"runs/{await Seed.ActiveRunAsync(_site)}"))
        {
            await visit.GoAsync(_site, path);
            Assert.True(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") == 390, path);
        }
    }

    static async Task FillAsync(IPage page)
    {
        await page.GetByText("Do something to these runs").ClickAsync();
        await page.Locator("#bulk select").SelectOptionAsync("label");
        await page.Locator("#bulk [name=labels]").FillAsync("seen:yes");
        await page.Locator("#bulk [name=by]").FillAsync("ada");
    }

    /// <summary>The operation is done a moment after it was asked for; a page without scripts is looked at again for that.</summary>
    async Task AreLabelledAsync(Visit visit, int runs)
    {
        for (var look = 0; look < 50; look++)
        {
            await visit.GoAsync(_site, "runs/list?q=label.seen:yes");
            if (await visit.Page.Locator("#found-runs tbody tr").CountAsync() == runs)
            {
                return;
            }
        }

        Assert.Fail($"{runs} runs were to be labelled.");
    }

    [GeneratedRegex("^state:failed,timed_out created:>[0-9-]+T[0-9]{2}:00:00Z$")]
    private static partial Regex LastDay();

    [GeneratedRegex("/operations/[0-9a-f-]{36}$")]
    private static partial Regex OfOperation();
}
