using System.Diagnostics;
using Vigilant.Testing;

namespace Vigilant.Clients;

/// <summary>Debian's own cron. It looks at the clock once a minute, so this takes up to two of them.</summary>
[Trait("pace", "a minute")]
public sealed class CronTests : IAsyncLifetime
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(75);

    readonly TemporaryFolder _folder = new TemporaryFolder().OpenToPass();
    readonly string _crontab = $"/etc/cron.d/vigilant-test-{Environment.ProcessId}";
    Site? _site;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && File.Exists("/usr/sbin/cron"), "Only root runs cron: apt-get install cron.");
        _site = new Site(_folder.Child("data"));
        await _site.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        File.Delete(_crontab);
        await (_site?.DisposeAsync() ?? ValueTask.CompletedTask);
        _folder.Dispose();
    }

    [Fact]
    public async Task A_line_in_a_crontab_makes_its_job_and_reports_by_the_minute()
    {
        await File.WriteAllTextAsync(
            _crontab, $"* * * * * root curl -fsS -m 10 --retry 5 -o /dev/null \"{_site!.Address}/ping/{Site.PingKey}/nightly?create=1\"\n");
        using var cron = Cron();
        try
        {
            await Wait.UntilAsync(async () => (await CountAsync()) > 0, Limit, () => "Cron sent nothing.");
        }
        finally
        {
            cron?.Kill(entireProcessTree: true);
        }

        Assert.Equal("green", Assert.Single(await _site.ColumnAsync<string>(
            "select case colour when 2 then 'green' else colour::text end from job_state s join job j on j.id = s.job_id where j.slug = 'nightly'")));
        Assert.StartsWith("curl/", Assert.Single(await _site.ColumnAsync<string>("select split_part(sender, ' ', 4) from signal")), StringComparison.Ordinal);
    }

    async Task<long> CountAsync() => Assert.Single(await _site!.ColumnAsync<long>("select count(*) from signal"));

    // Where one runs already it reads the file as well, and a second is refused.
    static Process? Cron() => File.Exists("/run/crond.pid") && Process.GetProcessesByName("cron").Length > 0
        ? null
        : Process.Start("/usr/sbin/cron", ["-f"]);
}
