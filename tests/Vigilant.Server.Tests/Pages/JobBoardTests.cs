using Vigilant.Dashboard.Jobs;
using Vigilant.Domain.Jobs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Pages;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Pages;

public sealed class JobBoardTests : IAsyncLifetime
{
    static readonly DateTimeOffset Now = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);
    static readonly Guid Ours = Guid.Parse("00000000-0000-7000-8000-000000000001");
    static readonly Guid Theirs = Guid.Parse("00000000-0000-7000-8000-000000000002");

    TestDatabase _database = null!;
    JobBoard _board = null!;

    static CancellationToken Stopping => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        var clock = new NodeClock(new ManualClock(Now));
        _board = new JobBoard(_database.Source, clock, new JobDetailsReader(_database.Source, clock));
        await SeedAsync(Ours, jobs: 90);
        await SeedAsync(Theirs, jobs: 3);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_or_a_repetition_red_first()
    {
        var seen = new List<JobRow>();
        for (JobFilter? filter = new(); filter is not null;)
        {
            var list = await _board.ListAsync(Ours, filter, Stopping);
            seen.AddRange(list.Rows);
            filter = list.Next is { } next ? filter with { After = next } : null;
        }

        Assert.Equal(90, seen.Select(row => row.Id).Distinct().Count());
        Assert.Equal(90, seen.Count);
        var red = seen.TakeWhile(row => row.Colour == Colour.Red).ToArray();
        Assert.Equal(30, red.Length);
        Assert.Equal(red.OrderByDescending(row => row.Since).Select(row => row.Id), red.Select(row => row.Id));
        var others = seen.Skip(30).Select(row => (row.Service, row.Name)).ToArray();
        Assert.Equal(
            others.OrderBy(row => row.Service, StringComparer.Ordinal).ThenBy(row => row.Name, StringComparer.Ordinal), others);
    }

    [Theory]
    [InlineData("S1/JOB", null, null, null, 30)]
    [InlineData("%", null, null, null, 0)]
    [InlineData(null, "s2", null, null, 30)]
    [InlineData(null, null, "staging", null, 45)]
    [InlineData(null, null, null, "team=a", 45)]
    [InlineData(null, null, null, "team", 90)]
    [InlineData(null, null, null, "team=", 0)]
    public async Task The_tiles_count_what_the_filter_leaves(
        string? text, string? service, string? environment, string? label, int expected)
    {
        var list = await _board.ListAsync(Ours, new JobFilter(text, service, environment, label), Stopping);
        Assert.Equal(expected, list.Counts.Red + list.Counts.Yellow + list.Counts.Green + list.Counts.Grey);
        Assert.Equal(Math.Min(expected, 25), list.Rows.Count);
    }

    [Fact]
    public async Task A_colour_narrows_the_list_and_not_the_tiles()
    {
        var list = await _board.ListAsync(Ours, new JobFilter(Colour: Colour.Green), Stopping);
        Assert.All(list.Rows, row => Assert.Equal(Colour.Green, row.Colour));
        Assert.Equal(new ColourCounts(30, 0, 60, 0), list.Counts);
    }

    [Fact]
    public async Task Nobody_sees_another_projects_job()
    {
        var theirs = (await _board.ListAsync(Theirs, new JobFilter(), Stopping)).Rows;
        Assert.Equal(3, theirs.Count);
        Assert.Null(await _board.FindAsync(Ours, theirs[0].Id, Stopping));
        Assert.NotNull(await _board.FindAsync(Theirs, theirs[0].Id, Stopping));
        Assert.Equal(["s0", "s1", "s2"], (await _board.FacetsAsync(Theirs, Stopping)).Services);
    }

    [Fact]
    public async Task Due_and_not_yet_at_its_deadline_is_late()
    {
        await _database.ExecuteAsync(
            "update job_state set due_at = '2026-11-20 05:59:00Z', deadline_at = '2026-11-20 06:00:01Z', alarm_at = '2026-11-20 06:00:01Z'");
        Assert.All((await _board.ListAsync(Ours, new JobFilter(), Stopping)).Rows, row => Assert.True(row.Late));
        await _database.ExecuteAsync("update job_state set deadline_at = '2026-11-20 06:00:00Z', alarm_at = '2026-11-20 06:00:00Z'");
        Assert.All((await _board.ListAsync(Ours, new JobFilter(), Stopping)).Rows, row => Assert.False(row.Late));
    }

    [Fact]
    public async Task A_job_page_tells_a_pause_until_it_has_run_out()
    {
        var job = (await _board.ListAsync(Ours, new JobFilter(), Stopping)).Rows[0].Id;
        await _database.ExecuteAsync(
            $"insert into job_pause values ('{job}', '{Ours}', '2026-11-20 05:00Z', 'ada', 'moving', '2026-11-20 06:00:01Z')");
        Assert.Equal("moving", (await _board.FindAsync(Ours, job, Stopping))!.Pause!.Why);
        await _database.ExecuteAsync("update job_pause set until = '2026-11-20 06:00:00Z'");
        Assert.Null((await _board.FindAsync(Ours, job, Stopping))!.Pause);
    }

    Task SeedAsync(Guid project, int jobs) => _database.ExecuteAsync(
        $$"""
        insert into project (id, name, ping_key, created_at) values ('{{project}}', 'p', '{{project}}', '2026-11-20Z');
        insert into job (id, project_id, environment, service, name, slug, schedule, timezone, grace_seconds, early_seconds, severity,
                         labels, description, enabled, created_at, updated_at)
        select gen_random_uuid(), '{{project}}', case n % 2 when 0 then 'staging' else 'production' end, 's' || n % 3, 'job' || n, 'job' || n,
               'every 5m', 'UTC', 60, 0, 'warning', case n % 2 when 0 then '{"team": "a"}'::jsonb else '{"team": "b"}' end, '', true,
               '2026-11-20Z', '2026-11-20Z'
        from generate_series(1, {{jobs}}) as n;
        insert into job_state (job_id, project_id, version, colour, since)
        select id, project_id, 1, case when row_number() over (order by slug) <= 30 then 3 else 2 end,
               '2026-11-20Z'::timestamptz - interval '1 minute' * (length(slug) + ascii(right(slug, 1)) % 7)
        from job where project_id = '{{project}}';
        """);
}
