using System.Text;
using Vigilant.Testing;

namespace Vigilant.Clients;

/// <summary>The lines that people write into their crontabs and scripts, as they write them.</summary>
public sealed class CurlTests : IAsyncLifetime
{
    readonly TemporaryFolder _folder = new TemporaryFolder().OpenToPass();
    Site _site = null!;
    Guid _job;

    public async ValueTask InitializeAsync()
    {
        _site = new Site(_folder.Child("data"));
        await _site.StartAsync();
        _job = await _site.ExpectAsync("backup", """{"schedule":"every 1d"}""");
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("curl -fsS -m 10 --retry 5 -o /dev/null $PING", "GET", 1, "", "curl/")]
    [InlineData("curl -fsS --head $PING >/dev/null", "HEAD", 1, "", "curl/")]
    [InlineData("echo all is well | curl -fsS -X POST --data-binary @- $PING", "POST", 1, "all is well\n", "curl/")]
    [InlineData("echo all is well | curl -fsS -H 'Transfer-Encoding: chunked' --data-binary @- $PING", "POST", 1, "all is well\n", "curl/")]
    [InlineData("curl -fsS --data-raw \"$(sh -c 'echo no room; exit 3' 2>&1)\" $PING/3", "POST", 2, "no room", "curl/")]
    [InlineData("sh -c 'exit 7'; curl -fsS $PING/$?", "GET", 2, "", "curl/")]
    [InlineData("true && curl -fsS $PING || curl -fsS $PING/fail", "GET", 1, "", "curl/")]
    [InlineData("curl -fsS $PING/start", "GET", 3, "", "curl/")]
    [InlineData("wget -q -T 10 -t 5 -O /dev/null $PING", "GET", 1, "", "Wget/")]
    [InlineData("wget -q -O /dev/null --post-data 'all is well' $PING/log", "POST", 4, "all is well", "Wget/")]
    [InlineData("curl -fsS $BY_SLUG", "GET", 1, "", "curl/")]
    public async Task A_line_of_shell_is_recorded_as_it_was_meant(string line, string method, int kind, string body, string agent)
    {
        var (status, said) = await ShellAsync(line);
        Assert.True(status == 0, said);

        var row = Assert.Single(await _site.ColumnAsync<string[]>(
            "select array[split_part(sender, ' ', 2), kind::text, encode(coalesce(body, ''), 'base64'), split_part(sender, ' ', 4), job_id::text] from signal"));
        Assert.Equal(method, row[0]);
        Assert.Equal($"{kind}", row[1]);
        Assert.Equal(body, Encoding.UTF8.GetString(Convert.FromBase64String(row[2])));
        Assert.StartsWith(agent, row[3], StringComparison.Ordinal);
        Assert.Equal(_job.ToString(), row[4]);
    }

    [Fact]
    public async Task A_job_that_nobody_knows_is_made_when_the_line_says_so_and_else_curl_fails()
    {
        var (status, _) = await ShellAsync("curl -fsS $NEW");
        Assert.Equal(22, status);

        (status, var said) = await ShellAsync("curl -fsS \"$NEW?create=1\" && curl -fsS $NEW");
        Assert.True(status == 0, said);
        Assert.Equal("CreatedOK", said);
        Assert.Equal(2, Assert.Single(await _site.ColumnAsync<long>(
            "select s.signal_count from job_state s join job j on j.id = s.job_id where j.slug = 'new-one'")));
    }

    Task<(int Status, string Output)> ShellAsync(string line)
    {
        var start = new System.Diagnostics.ProcessStartInfo("/bin/sh", ["-c", line]);
        start.Environment["PING"] = $"{_site.Address}/ping/{_job}";
        start.Environment["BY_SLUG"] = $"{_site.Address}/ping/{Site.PingKey}/clients-backup";
        start.Environment["NEW"] = $"{_site.Address}/ping/{Site.PingKey}/new-one";
        return Tool.RunAsync(start);
    }
}
