using System.Diagnostics;
using System.Text;
using Vigilant.Testing;

namespace Vigilant.Clients;

/// <summary>Debian's borgmatic with its own hook, on a real repository; only the address is ours.</summary>
public sealed class BorgmaticTests : IAsyncLifetime
{
    readonly TemporaryFolder _folder = new TemporaryFolder().OpenToPass();
    Site _site = null!;
    Guid _job;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/borgmatic"), "Install it: apt-get install borgmatic.");
        _site = new Site(_folder.Child("data"));
        await _site.StartAsync();
        _job = await _site.ExpectAsync("borg", """{"schedule":"every 1d"}""");
        Directory.CreateDirectory(_folder.Child("home"));
        await File.WriteAllTextAsync(_folder.Child("home/letter"), "Dear backup,");
        await Configure("exit 0");
        var (status, said) = await BorgmaticAsync("init", "--encryption", "none");
        Assert.True(status == 0, said);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_good_run_leaves_its_start_and_its_success_with_the_log()
    {
        var (status, said) = await BorgmaticAsync("create", "--monitoring-verbosity", "1");
        Assert.True(status == 0, said);

        Assert.Equal([("started", ""), ("succeeded", "POST")], (await SignalsAsync()).Select(signal => (signal.Kind, signal.Kind == "started" ? "" : signal.Method)));
        Assert.Contains("Creating archive", (await SignalsAsync())[^1].Body, StringComparison.Ordinal);
        Assert.Equal("green", await ColourAsync());
        Assert.Equal(1, Assert.Single(await _site.ColumnAsync<long>("select count(*) from run where ended_at > started_at")));
    }

    [Fact]
    public async Task A_failing_run_leaves_its_failure_with_what_failed_and_the_job_is_red_until_a_good_one()
    {
        await Configure("echo the tape is on fire >&2; exit 1");
        var (status, said) = await BorgmaticAsync("create");
        Assert.True(status != 0, said);

        var signals = await SignalsAsync();
        Assert.Equal("failed", signals[^1].Kind);
        Assert.Contains("the tape is on fire", signals[^1].Body, StringComparison.Ordinal);
        Assert.Equal("red", await ColourAsync());

        await Configure("exit 0");
        (status, said) = await BorgmaticAsync("create");
        Assert.True(status == 0, said);
        Assert.Equal("green", await ColourAsync());
    }

    async Task<string> ColourAsync() => (string)(await _site.JobAsync("borg"))["health"]!["colour"]!;

    async Task<List<(string Kind, string Method, string Body)>> SignalsAsync()
    {
        var rows = await _site.ColumnAsync<string[]>(
            """
            select array[case kind when 1 then 'succeeded' when 2 then 'failed' when 3 then 'started' else kind::text end,
                         split_part(sender, ' ', 2), encode(coalesce(body, ''), 'base64')]
            from signal order by id
            """);
        return [.. rows.Select(row => (row[0], row[1], Encoding.UTF8.GetString(Convert.FromBase64String(row[2]))))];
    }

    Task Configure(string before) => File.WriteAllTextAsync(
        _folder.Child("config.yaml"),
        $"""
        location:
            source_directories:
                - {_folder.Child("home")}
            repositories:
                - {_folder.Child("repository")}
        storage:
            borg_base_directory: {_folder.Child("borg")}
        hooks:
            before_backup:
                - {before}
            healthchecks:
                ping_url: {_site.Address}/ping/{_job}
        """);

    Task<(int Status, string Output)> BorgmaticAsync(params string[] arguments)
    {
        // Without its own verbosity for the system's log it wants a log daemon.
        var start = new ProcessStartInfo(
            "/usr/bin/borgmatic", ["--config", _folder.Child("config.yaml"), .. arguments, "--syslog-verbosity", "-1"]);
        start.Environment["HOME"] = _folder.Path;
        return Tool.RunAsync(start);
    }
}
