using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Vigilant.Server.Tests.Runs;

/// <summary>Runs can be taken away, all of them.</summary>
public sealed class RunExportTests : RunsOverApi
{
    [Theory]
    [InlineData(499)]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(5003)]
    public async Task Every_run_is_in_it_once_and_in_order(int runs)
    {
        await SeedAsync(runs);
        var lines = (await TextAsync("format=ndjson&order=oldest")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Enumerable.Range(0, runs).Select(run => $"r{run}"), lines.Select(line => (string)JsonNode.Parse(line)!["caller_id"]!));
    }

    [Fact]
    public async Task Filters_are_those_of_the_list()
    {
        await SeedAsync(20);
        Assert.Equal("r7", (string?)JsonNode.Parse(await TextAsync("argument=number:7"))!["caller_id"]);
        Assert.Equal("", await TextAsync("state=failed"));
    }

    [Fact]
    public async Task A_line_is_what_the_run_itself_answers()
    {
        var id = await CreateAsync("""{"job": "billing/import", "data": {"deep": [1, "ä\n"]}, "host": "w1", "arguments": {"book": "53"}}""");
        await SignalAsync(id, """{"kind": "error", "error": {"class": "Full"}}""");
        var line = JsonNode.Parse(await TextAsync(""))!.AsObject();
        var run = (await RunAsync(id)).AsObject();
        foreach (var (name, value) in run)
        {
            Assert.True(JsonNode.DeepEquals(value, line[name]), name);
        }

        Assert.Equal("Full", (string?)line["errors"]![0]!["error"]!["class"]);
    }

    [Fact]
    public async Task Cells_are_quoted_and_no_cell_is_a_formula()
    {
        await PostAsync("/v1/runs", """
            {"job": "billing/import", "caller_id": "=1+1", "host": "a,\"b\"\r\nc", "provider_id": "@x", "correlation_id": "-2", "queue": "ü"}
            """);
        var csv = await TextAsync("format=csv");
        var (header, rest) = (csv[..csv.IndexOf("\r\n", StringComparison.Ordinal)], csv[(csv.IndexOf("\r\n", StringComparison.Ordinal) + 2)..]);
        Assert.StartsWith("id,job,environment,caller_id,state,", header, StringComparison.Ordinal);
        Assert.Contains(",billing/import,production,'=1+1,created,1,", "," + rest[(rest.IndexOf(',', StringComparison.Ordinal) + 1)..], StringComparison.Ordinal);
        Assert.Contains(",'@x,'-2,\"a,\"\"b\"\"\r\nc\",,ü,", rest, StringComparison.Ordinal);
        Assert.EndsWith("\r\n", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_goes_away_ends_it()
    {
        await SeedAsync(5000);
        using (var answer = await Server.Client.GetAsync("/v1/runs/export", HttpCompletionOption.ResponseHeadersRead))
        await using (var body = await answer.Content.ReadAsStreamAsync())
        {
            Assert.True(await body.ReadAsync(new byte[100]) > 0);
        }

        // The server is whole, and nothing of the export goes on in the database.
        Assert.Equal(5000, (await TextAsync("")).Count(letter => letter == '\n'));
        Assert.Equal(0L, await Server.Database.ScalarAsync<long>(
            "select count(*) from pg_stat_activity where datname = current_database() and state <> 'idle' and query like '%any_run%' and pid <> pg_backend_pid()"));
    }

    [Theory]
    [InlineData("format=xml", "format", "ndjson or csv")]
    [InlineData("limit=5", "limit", "no pages")]
    [InlineData("sate=failed", "sate", "did you mean state?")]
    public async Task What_is_not_understood_is_refused(string query, string field, string why)
    {
        var problem = await GetAsync($"/v1/runs/export?{query}", HttpStatusCode.BadRequest);
        Assert.Contains(why, (string)problem["errors"]![field]![0]!, StringComparison.Ordinal);
    }

    async Task SeedAsync(int runs)
    {
        var lines = new StringBuilder();
        for (var run = 0; run < runs; run++)
        {
            lines.Append($$$"""{"job": "billing/import{{{run % 3}}}", "run": "r{{{run}}}", "kind": "succeeded", "arguments": {"number": "{{{run}}}"}}""").Append('\n');
        }

        var (status, _) = await PostAsync("/v1/signals", lines.ToString());
        Assert.Equal(HttpStatusCode.OK, status);
    }

    async Task<string> TextAsync(string query)
    {
        using var answer = await Server.Client.GetAsync($"/v1/runs/export?{query}");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return text;
    }
}
