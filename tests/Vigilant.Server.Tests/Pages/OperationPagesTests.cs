using System.Net;

namespace Vigilant.Server.Tests.Pages;

/// <summary>A form asks for an operation, and its page shows how far it has come.</summary>
public sealed class OperationPagesTests : OperationForms
{
    [Fact]
    public async Task A_form_with_the_query_of_a_list_starts_an_operation_and_leads_to_its_page()
    {
        await QueueAsync(15);
        using var visitor = await SignInAsync();
        using var sent = await SendAsync(visitor, "operations/new", ("action", "request_kill"), ("filter", "?state=queued&job=shop/job1&order=oldest&limit=50"), ("by", "Ada"), ("why", "wrong <b>book</b>"));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        var page = sent.Headers.Location!.ToString();
        var waiting = await visitor.GetStringAsync(page, Stopping);
        Assert.Contains("Request kill: job shop/job1, state queued", waiting, StringComparison.Ordinal);
        Assert.Contains("wrong &lt;b&gt;book&lt;/b&gt;", waiting, StringComparison.Ordinal);
        Assert.Contains("/cancel", waiting, StringComparison.Ordinal);

        var done = await FinishAsync(page.Split('/')[^1]);
        Assert.Equal(("Ada", 5), ((string)done["who"]!, (int)done["changed"]!));
        var over = await visitor.GetStringAsync(page, Stopping);
        Assert.Contains("<dt>Changed</dt><dd>5</dd>", over, StringComparison.Ordinal);
        Assert.DoesNotContain("/cancel", over, StringComparison.Ordinal);
        Assert.Contains(page[1..], await visitor.GetStringAsync("/operations", Stopping), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_names_up_to_a_page_of_runs()
    {
        var runs = await QueueAsync(500);
        using var visitor = await SignInAsync();
        using var sent = await SendAsync(
            visitor, "operations/new", [("action", "label"), ("labels", "team:billing"), .. runs.Select(run => ("ids", run))]);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        var done = await FinishAsync(sent.Headers.Location!.ToString().Split('/')[^1]);
        Assert.Equal(500, (int)done["changed"]!);
        Assert.Equal("somebody on the pages", (string?)done["who"]);
    }

    [Theory]
    [InlineData("action", "request_kill", "choose runs first")]
    [InlineData("filter", "", "means every run of the project")]
    [InlineData("filter", "?sate=queued", "did you mean state?")]
    [InlineData("ids", "r-1", "which is no id of a run")]
    public async Task What_a_form_cannot_mean_is_refused_with_a_sentence(string field, string value, string why)
    {
        using var visitor = await SignInAsync();
        using var sent = await SendAsync(visitor, "operations/new", ("action", "request_kill"), (field == "action" ? "by" : field, value));
        Assert.Equal(HttpStatusCode.Conflict, sent.StatusCode);
        Assert.Contains(why, await sent.Content.ReadAsStringAsync(Stopping), StringComparison.Ordinal);
        Assert.Equal(0L, await Server.Database.ScalarAsync<long>("select count(*) from operation"));
    }

    [Fact]
    public async Task Its_page_cancels_it_once()
    {
        await QueueAsync(15);
        var operation = await StartAsync("""{"action": "request_kill", "filter": {"service": "shop"}}""");
        await GoOnAsync();
        using var visitor = await SignInAsync();
        using var cancelled = await SendAsync(visitor, $"operations/{operation}/cancel");
        Assert.Equal($"/operations/{operation}", cancelled.Headers.Location!.ToString());
        Assert.Equal("cancelled", (string?)(await OperationAsync(operation))["state"]);
        using var again = await SendAsync(visitor, $"operations/{operation}/cancel");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        using var visitor = await SignInAsync();
        using var body = new FormUrlEncodedContent([new("action", "request_kill"), new("filter", "?state=queued")]);
        using var sent = await visitor.PostAsync("operations/new", body, Stopping);
        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
        Assert.Equal(0L, await Server.Database.ScalarAsync<long>("select count(*) from operation"));
    }
}
