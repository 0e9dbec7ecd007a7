namespace Vigilant.Server.Tests.Alerts;

public sealed class AlertStormTests(ITestOutputHelper output) : AlertsTest
{
    const int Jobs = 5000;

    [Fact]
    public async Task A_storm_of_five_thousand_opens_every_alert_once()
    {
        await AddChannelAsync("mail");
        await AddChannelAsync("hook");
        await Database.ExecuteAsync($$"""
            insert into job (id, project_id, environment, service, name, slug, schedule, timezone, grace_seconds, early_seconds,
                severity, labels, description, enabled, created_at, updated_at)
            select gen_random_uuid(), '{{Project}}', 'production', 'billing', n::text, n::text, '0 6 * * *', 'Europe/Berlin', 0, 0,
                'warning', '{"team": "a"}', '', true, '2026-11-01Z', '2026-11-01Z'
            from generate_series(1, {{Jobs}}) n;
            insert into run (id, project_id, job_id, state, started_at, ended_at)
            select gen_random_uuid(), j.project_id, j.id, 1, '2026-11-20 06:00Z', '2026-11-20 06:01Z'
            from job j cross join generate_series(1, 10);
            insert into other_signal (id, project_id, job_id, kind, received_at, body_size, body)
            select gen_random_uuid(), j.project_id, j.id, 1, '2026-11-20 06:00Z', 4000, convert_to(repeat('line of text', 400), 'utf8')
            from job j;
            insert into verdict (project_id, job_id, at, decided_at, colour, problem, reason)
            select project_id, id, '2026-11-21 06:00Z', '2026-11-21 06:00Z', 3, 1, 'missed' from job
            """);

        var worked = Environment.CpuUsage.TotalTime;
        var start = TimeProvider.System.GetTimestamp();
        await EvaluateAsync();
        var work = Environment.CpuUsage.TotalTime - worked;
        var took = TimeProvider.System.GetElapsedTime(start);

        output.WriteLine($"{Jobs} alerts in {took.TotalMilliseconds:N0} ms: {Jobs / took.TotalSeconds:N0} per second, {work.TotalMilliseconds:N0} ms of our processor time");
        Assert.Equal(Jobs, await CountAsync("alert where state = 'firing'"));
        Assert.Equal(Jobs * 2, await CountAsync("notification"));
        Assert.Equal(0, await CountAsync("verdict"));
    }
}
