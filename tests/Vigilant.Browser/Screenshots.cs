using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Vigilant.Browser;

/// <summary>
/// Writes what the pages look like to artifacts/screenshots, for people to look at. With VIGILANT_PICTURES set, the picture in
/// the README is drawn anew, too.
/// </summary>
public sealed class Screenshots(Chrome chrome)
{
    static readonly string Folder = Path.Combine(Repository(), "artifacts/screenshots");

    [Theory]
    [InlineData("light", 1280)]
    [InlineData("dark", 1280)]
    [InlineData("light", 390)]
    public async Task Every_page_is_drawn(string theme, int width)
    {
        await using var site = await Site.StartAsync();
        await ShootAsync(site, theme, width, "first-job", "");
        await Seed.EverythingAsync(site);
        await ShootAsync(site, theme, width, "jobs", "");
        await ShootAsync(site, theme, width, "job", $"jobs/{await Seed.JobAsync(site, "order-import")}");
        await ShootAsync(site, theme, width, "run", $"runs/{await Seed.RunAsync(site)}");
        await Seed.RunsAsync(site);
        await ShootAsync(site, theme, width, "runs", "runs?range=7d");
        await ShootAsync(site, theme, width, "runs-day", "runs");
        await ShootAsync(site, theme, width, "runs-list", "runs/list?q=state:failed,timed_out+created:24h");
        await ShootAsync(site, theme, width, "runs-mistake", "runs/list?q=stat:failed+job:imp*+duration:10m");
        await ShootAsync(site, theme, width, "runs-by-error", "runs/list?q=created:7d&by=error");
        await ShootAsync(site, theme, width, "runs-nothing", "runs/list?q=host:nowhere");
        await ShootAsync(site, theme, width, "timeline", "runs/timeline?range=1h");
        await ShootAsync(site, theme, width, "timeline-day", "runs/timeline");
        await ShootAsync(site, theme, width, "resource", "resources/Customer/7");
        await ShootAsync(site, theme, width, "run-failed", $"runs/{await Seed.FailedRunAsync(site)}");
        await ShootAsync(site, theme, width, "run-active", $"runs/{await Seed.ActiveRunAsync(site)}");
        await ShootAsync(site, theme, width, "alerts", "alerts");
        await ShootAsync(site, theme, width, "alert", $"alerts/{await Seed.AlertAsync(site, "restore-drill")}");
        await ShootAsync(site, theme, width, "channels", "channels");
        await ShootAsync(site, theme, width, "sign-in", "sign-in/token");
        await ShootAsync(site, theme, width, "not-found", "nowhere");
    }

    [Fact]
    public async Task The_picture_for_the_readme_is_drawn()
    {
        await using var site = await Site.StartAsync();
        await Seed.EverythingAsync(site);
        var folder = Environment.GetEnvironmentVariable("VIGILANT_PICTURES") is null
            ? Folder
            : Path.Combine(Repository(), "docs/pictures");
        await using var visit = await Visit.StartAsync(chrome, site, width: 1180);
        await visit.Page.SetViewportSizeAsync(1180, 640);
        await visit.Page.EvaluateAsync("document.fonts.ready");
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, "jobs.png") });
        Assert.True(File.Exists(Path.Combine(folder, "jobs.png")));
    }

    async Task ShootAsync(Site site, string theme, int width, string name, string path)
    {
        await using var visit = await Visit.StartAsync(chrome, site, path, theme == "dark", width);
        await visit.Page.EvaluateAsync("document.fonts.ready");
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{theme}-{width}.png"), FullPage = true });
    }

    static string Repository([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));
}
