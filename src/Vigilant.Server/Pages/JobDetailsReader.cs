using Npgsql;
using Vigilant.Dashboard.Jobs;
using Vigilant.Dashboard.Layout;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Pages;

/// <summary>Reads the page of one job.</summary>
sealed class JobDetailsReader(NpgsqlDataSource database, NodeClock clock)
{
    static readonly string Job = Sql.Of<JobDetailsReader>("job.sql");
    static readonly string Running = Sql.Of<JobDetailsReader>("job_running.sql");
    static readonly string Runs = Sql.Of<JobDetailsReader>("job_runs.sql");
    static readonly string Usual = Sql.Of<JobDetailsReader>("job_usual.sql");
    static readonly string Signals = Sql.Of<JobDetailsReader>("job_signals.sql");
    static readonly string Kept = Sql.Of<JobDetailsReader>("job_kept.sql");
    static readonly string Alerts = Sql.Of<JobDetailsReader>("job_alerts.sql");

    public async Task<JobDetails?> FindAsync(Guid project, Guid job, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        var found = await ReadAsync(Job, ReadJob);
        if (found.Count == 0)
        {
            return null;
        }

        var (row, settings, pause, history) = found[0];
        var usual = await ReadAsync(Usual, one => one.IsDBNull(0) ? (TimeSpan?)null : TimeSpan.FromSeconds(one.GetDouble(0)));
        return new JobDetails(
            row,
            settings,
            pause,
            history,
            usual[0],
            new(await ReadAsync(Running, ReadRunning)),
            new(await ReadAsync(Runs, ReadRun)),
            new(await ReadAsync(Signals, SignalRows.Read)),
            new(await ReadAsync(Alerts, AlertRows.Read)))
        {
            Kept = (await ReadAsync(Kept, ReadKept))[0],
        };

        async Task<List<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> map)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            command.Parameters.AddWithValue("project", project);
            command.Parameters.AddWithValue("job", job);
            command.Parameters.AddWithValue("now", clock.Now);
            command.Parameters.AddWithValue("limit", JobKept.MostCounted + 1);
            return await command.ReadAllAsync(map, stopping);
        }
    }

    static (JobRow Job, JobSettings Settings, JobPause? Pause, JobHistory History) ReadJob(NpgsqlDataReader row) => (
        JobRows.Read(row),
        new JobSettings(
            row.GetString(15),
            row.GetString(16),
            row.TextOrNull(17),
            row.GetString(18),
            TimeSpan.FromSeconds(row.GetInt32(19)),
            TimeSpan.FromSeconds(row.GetInt32(20)),
            Seconds(row, 21),
            Seconds(row, 22),
            row.GetString(23),
            row.GetString(24),
            row.TextOrNull(25),
            row.GetBoolean(26),
            row.IsDBNull(27) ? null : new ValueList<string>(row.GetFieldValue<string[]>(27)),
            row.Time(28))
        {
            MaxWait = Seconds(row, 37),
            Progress = Seconds(row, 38),
            MinRuntime = Seconds(row, 39),
            Tolerance = row.TextOrNull(40) is { } tolerance ? PartialTolerance.Parse(tolerance) : null,
        },
        row.IsDBNull(33) ? null : new JobPause(row.Time(33), row.GetString(34), row.GetString(35), row.TimeOrNull(36)),
        new JobHistory(row.GetInt64(29), row.TimeOrNull(30), row.GetInt32(31), row.TimeOrNull(32)));

    static RunningRow ReadRunning(NpgsqlDataReader row)
    {
        var since = row.TimeOrNull(2) ?? row.TimeOrNull(5) ?? TimeOrderedId.TimeOf(row.GetGuid(0));
        return new RunningRow(
            row.GetGuid(0),
            row.TextOrNull(1),
            !row.IsDBNull(2),
            since,
            row.Time(3),
            (RunMark)row.GetInt16(4),
            row.Nullable<float>(6),
            row.TimeOrNull(7) ?? since);
    }

    static RunRow ReadRun(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        (RunState)row.GetInt16(1),
        row.TextOrNull(2),
        row.TimeOrNull(3),
        row.TimeOrNull(4),
        row.TimeOrNull(5),
        row.NumberOrNull(6),
        row.TextOrNull(7),
        (RunMark)row.GetInt16(8));

    static JobKept ReadKept(NpgsqlDataReader row)
    {
        var rows = row.GetInt64(0);
        return new JobKept(rows, (long)(rows * row.GetDouble(1)), ((Tracking)row.GetInt16(2)).Word(), row.TimeOrNull(3));
    }

    static TimeSpan? Seconds(NpgsqlDataReader row, int column) =>
        row.NumberOrNull(column) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
