using System.Net;
using System.Text.RegularExpressions;

namespace Vigilant.Server.Tests.Pages;

/// <summary>Runs are pinned and let go of from their page and from the list.</summary>
public sealed partial class PinPagesTests : OperationForms
{
    [Fact]
    public async Task The_page_of_a_run_pins_it_shows_who_and_why_and_lets_go_of_it()
    {
        var run = (await TellAsync(Line("shop/a", "one", "started")))[0];
        using var visitor = await SignInAsync();
        var page = await PageAsync(visitor, $"runs/{run}");
        Assert.Contains($"action=\"runs/{run}/pin\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/unpin", page, StringComparison.Ordinal);

        await DoneAsync(visitor, run, "pin", ("by", " Ada "), ("why", "wrong <b>book</b>"));
        await DoneAsync(visitor, run, "pin", ("by", "Eve"));
        page = await PageAsync(visitor, $"runs/{run}");
        Assert.Matches("By Ada .*<time [^>]*>[^<]+</time>.*: wrong &lt;b&gt;book&lt;/b&gt;", page);
        Assert.Contains("<span class=\"mark\">pinned</span>", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"action=\"runs/{run}/pin\"", page, StringComparison.Ordinal);
        Assert.Equal("Ada", (string?)(await RunAsync(run))["pinned"]!["who"]);

        await DoneAsync(visitor, run, "unpin");
        await DoneAsync(visitor, run, "unpin");
        Assert.Null((await RunAsync(run))["pinned"]);
        Assert.Contains($"action=\"runs/{run}/pin\"", await PageAsync(visitor, $"runs/{run}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_refused_with_a_sentence_and_what_is_not_there_is_not_found()
    {
        var run = (await TellAsync(Line("shop/a", "one", "failed")))[0];
        using var visitor = await SignInAsync();
        using var refused = await SendAsync(visitor, $"runs/{run}/pin", ("by", "Ada"), ("why", new string('x', 501)));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("why must be at most 500 printable characters", await refused.Content.ReadAsStringAsync(Stopping), StringComparison.Ordinal);
        Assert.Null((await RunAsync(run))["pinned"]);
        foreach (var form in new[] { "pin", "unpin" })
        {
            using var absent = await SendAsync(visitor, $"runs/01900000-0000-7000-8000-000000000000/{form}", ("by", "Ada"));
            Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
        }
    }

    [Fact]
    public async Task The_bar_of_the_list_pins_the_chosen_and_unpins_and_deletes_all_that_match()
    {
        await TellAsync(Line("shop/a", "one", "failed"), Line("shop/a", "two", "failed"), Line("shop/b", "three", "failed"), Line("shop/b", "fine", "succeeded"));
        using var visitor = await SignInAsync();
        const string list = "runs/list?q=state%3Afailed";
        var page = await PageAsync(visitor, list);
        Assert.Contains("action=\"operations/new\"", page, StringComparison.Ordinal);
        var offered = Action().Matches(page).Select(option => option.Groups["word"].Value).ToArray();
        var shown = Box().Matches(page).Select(box => ("ids", box.Groups["id"].Value)).ToArray();
        var filter = WebUtility.HtmlDecode(Filter().Match(page).Groups["filter"].Value);
        Assert.Superset(new HashSet<string> { "pin", "unpin", "delete" }, offered.ToHashSet());
        Assert.Equal(3, shown.Length);

        Assert.Equal(2, await ByFormAsync(visitor, "pin", shown[..2]));
        Assert.Equal(1, await ByFormAsync(visitor, "delete", ("filter", filter)));
        Assert.Equal("fine three two", string.Join(' ', await ListAsync("")));
        Assert.Equal(2, await ByFormAsync(visitor, "unpin", ("filter", filter)));
        Assert.Equal(2, await ByFormAsync(visitor, "delete", ("filter", filter)));
        Assert.Equal(["fine"], await ListAsync(""));
    }

    /// <summary>Sends the bar's form, waits for the end of what it asked for, and returns how many runs its page says were changed.</summary>
    async Task<int> ByFormAsync(HttpClient visitor, string action, params (string Name, string Value)[] which)
    {
        using var sent = await SendAsync(visitor, "operations/new", [("action", action), ("by", "Ada"), ("labels", ""), ("why", ""), .. which]);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        var address = sent.Headers.Location!.ToString();
        await FinishAsync(address.Split('/')[^1]);
        return int.Parse(Changed().Match(await visitor.GetStringAsync(address, Stopping)).Groups["count"].Value, null);
    }

    async Task DoneAsync(HttpClient visitor, string run, string form, params (string Name, string Value)[] fields)
    {
        using var sent = await SendAsync(visitor, $"runs/{run}/{form}", fields);
        Assert.Equal((HttpStatusCode.SeeOther, $"/runs/{run}"), (sent.StatusCode, sent.Headers.Location?.ToString()));
    }

    static Task<string> PageAsync(HttpClient visitor, string path) => visitor.GetStringAsync(path, Stopping);

    [GeneratedRegex("""<option value="(?<word>[a-z_]+)">""", RegexOptions.ExplicitCapture)]
    private static partial Regex Action();

    [GeneratedRegex("""name="ids" value="(?<id>[^"]+)" form=""", RegexOptions.ExplicitCapture)]
    private static partial Regex Box();

    [GeneratedRegex("""name="filter" value="(?<filter>[^"]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Filter();

    [GeneratedRegex("""<dt>Changed</dt><dd>(?<count>\d+)</dd>""", RegexOptions.ExplicitCapture)]
    private static partial Regex Changed();
}
