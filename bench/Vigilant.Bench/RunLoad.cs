using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Vigilant.Server.Hosting;
using Vigilant.Server.Runs.Stats;

namespace Vigilant.Bench;

/// <summary>Puts runs into a database that has been migrated: straight into their partitions, the indexes after them, and
/// counted as the server would have counted them.</summary>
sealed class RunLoad(NpgsqlDataSource database)
{
    const string Columns = "id, project_id, job_id, rid, state, queued_at, started_at, ended_at, attempt, progress, details, marks";

    public async Task LoadAsync(LoadedRuns runs)
    {
        var project = await AskAsync<Guid>("select id from project limit 1");
        await AddJobsAsync(project);
        await KeepPartitionsAsync(runs.From);
        var indexes = await DropIndexesAsync();
        var numbers = await NumbersAsync([.. runs.Marks()]);
        await using (var counts = await RollupLoad.BeginAsync(database, project, runs.Until - StatRange.HoursKept))
        {
            await CopyAsync(runs, project, numbers, counts);
            await counts.CompleteAsync();
        }

        foreach (var index in indexes)
        {
            await ExecuteAsync($"set maintenance_work_mem = '1GB'; {index}");
        }

        await ExecuteAsync("vacuum analyze");
        await CompareAsync(project);
    }

    async Task CompareAsync(Guid project)
    {
        var kept = await AskAsync<long>(
            $"select sum(kept)::bigint from run_rollup where subject = '{project}' and grain = {(int)Grain.Day}");
        var stored = await AskAsync<long>("select count(*) from run");
        if (kept != stored)
        {
            throw new InvalidOperationException($"{stored} runs are stored, and {kept} are counted.");
        }
    }

    async Task AddJobsAsync(Guid project)
    {
        await ExecuteAsync($"""
            insert into job (id, project_id, environment, service, name, slug, timezone, grace_seconds, early_seconds, severity, labels,
                description, enabled, created_at, updated_at)
            select ('01900000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, '{project}',
                case when i % 5 = 0 then 'staging' else 'production' end, 'service' || i % {LoadedRuns.Services}, 'job' || i, 'loaded-job' || i,
                'UTC', 0, 0, 'critical', '{"{}"}', '', true, now(), now()
            from generate_series(0, {LoadedRuns.Jobs - 1}) i
            """);
        // Whether there are runs at all is asked by the signals of jobs.
        await ExecuteAsync(
            "insert into job_state (job_id, project_id, version, since, signal_count) select id, project_id, 0, now(), 1 from job");
    }

    async Task KeepPartitionsAsync(DateTimeOffset from)
    {
        var monday = new DateTimeOffset(from.UtcDateTime.Date.AddDays(-(((int)from.DayOfWeek + 6) % 7)), TimeSpan.Zero);
        for (var week = 0; week * 7 <= LoadedRuns.Days + 7; week++)
        {
            var first = monday.AddDays(7 * week);
            await using var command = database.CreateCommand("select keep_partition('run', @partition, @from, @to)");
            command.Parameters.AddWithValue("partition", $"run_{first.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
            command.Parameters.AddWithValue("from", TimeOrderedId.LeastOf(first));
            command.Parameters.AddWithValue("to", TimeOrderedId.LeastOf(first.AddDays(7)));
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>How to make them again.</summary>
    async Task<List<string>> DropIndexesAsync()
    {
        var found = new List<(string Name, string Definition)>();
        await using (var command = database.CreateCommand(
            "select indexname, indexdef from pg_indexes where tablename = 'run' and indexname <> 'run_pkey'"))
        {
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync())
            {
                found.Add((row.GetString(0), row.GetString(1).Replace(" ON ONLY ", " ON ", StringComparison.Ordinal)));
            }
        }

        foreach (var (name, _) in found)
        {
            await ExecuteAsync($"drop index {name}");
        }

        return [.. found.Select(index => index.Definition)];
    }

    /// <summary>The number that PostgreSQL makes of each text.</summary>
    async Task<Dictionary<string, int>> NumbersAsync(string[] texts)
    {
        var numbers = new Dictionary<string, int>();
        await using var command = database.CreateCommand("select mark, hashtext(mark) from unnest(@texts) as mark");
        command.Parameters.AddWithValue("texts", texts);
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            numbers[row.GetString(0)] = row.GetInt32(1);
        }

        return numbers;
    }

    async Task CopyAsync(LoadedRuns runs, Guid project, Dictionary<string, int> numbers, RollupLoad counts)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var copy = await connection.BeginBinaryImportAsync(
            $"copy run ({Columns}) from stdin (format binary)");
        foreach (var run in runs.All())
        {
            await counts.AddAsync(run);
            await copy.StartRowAsync();
            await copy.WriteAsync(run.Id, NpgsqlDbType.Uuid);
            await copy.WriteAsync(project, NpgsqlDbType.Uuid);
            await copy.WriteAsync(run.Job, NpgsqlDbType.Uuid);
            if (run.CallerId is null)
            {
                await copy.WriteNullAsync();
            }
            else
            {
                await copy.WriteAsync(run.CallerId, NpgsqlDbType.Text);
            }

            await copy.WriteAsync((short)run.State, NpgsqlDbType.Smallint);
            await copy.WriteAsync(run.QueuedAt, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync(run.StartedAt, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync(run.EndedAt, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync((short)1, NpgsqlDbType.Smallint);
            await copy.WriteAsync(1f, NpgsqlDbType.Real);
            await copy.WriteAsync(run.Details, NpgsqlDbType.Jsonb);
            await copy.WriteAsync(run.Marks.Select(mark => numbers[mark]).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Integer);
        }

        await copy.CompleteAsync();
    }

    async Task<T> AskAsync<T>(string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    async Task ExecuteAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 3600;
        await command.ExecuteNonQueryAsync();
    }
}
