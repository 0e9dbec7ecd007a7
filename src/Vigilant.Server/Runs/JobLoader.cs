using System.Collections.Immutable;
using Npgsql;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs;

/// <summary>Reads the states of jobs, with what is expected of them, their runs in progress and their open slots.</summary>
static class JobLoader
{
    static readonly string Jobs = Sql.Of<CachedJob>("load_jobs.sql");
    static readonly string ActiveRuns = Sql.Of<CachedJob>("load_active_runs.sql");
    static readonly string OpenSlots = Sql.Of<CachedJob>("load_open_slots.sql");

    public static async Task<List<CachedJob>> LoadAsync(
        NpgsqlConnection connection, Guid[] jobs, CancellationToken stopping)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Command(Jobs, jobs));
        batch.BatchCommands.Add(Command(ActiveRuns, jobs));
        batch.BatchCommands.Add(Command(OpenSlots, jobs));
        await using var reader = await batch.ExecuteReaderAsync(stopping);
        var loaded = new List<CachedJob>(jobs.Length);
        while (await reader.ReadAsync(stopping))
        {
            loaded.Add(ReadJob(reader));
        }

        await reader.NextResultAsync(stopping);
        var active = await ReadGroupsAsync(reader, ReadActive, stopping);
        await reader.NextResultAsync(stopping);
        var slots = await ReadGroupsAsync(reader, ReadSlot, stopping);
        return active.Count == 0 && slots.Count == 0 ? loaded : [.. loaded.Select(job => Join(job, active, slots))];
    }

    static NpgsqlBatchCommand Command(string sql, Guid[] jobs)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("job_ids", jobs));
        return command;
    }

    static CachedJob Join(
        CachedJob job, Dictionary<Guid, List<ActiveRun>> active, Dictionary<Guid, List<OpenSlot>> slots) => job with
        {
            State = job.State with
            {
                Active = active.TryGetValue(job.JobId, out var runs) ? [.. runs] : ImmutableArray<ActiveRun>.Empty,
                Slots = slots.TryGetValue(job.JobId, out var open) ? [.. open] : ImmutableArray<OpenSlot>.Empty,
            },
        };

    static async Task<Dictionary<Guid, List<T>>> ReadGroupsAsync<T>(
        NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken stopping)
    {
        var groups = new Dictionary<Guid, List<T>>();
        while (await reader.ReadAsync(stopping))
        {
            var job = reader.GetGuid(0);
            if (!groups.TryGetValue(job, out var group))
            {
                groups[job] = group = [];
            }

            group.Add(read(reader));
        }

        return groups;
    }

    static ActiveRun ReadActive(NpgsqlDataReader row) => new(
        row.GetGuid(1), row.TextAt(2), row.GetFieldValue<DateTimeOffset>(3), row.GetFieldValue<DateTimeOffset>(4),
        (RunMark)row.GetInt16(5));

    static OpenSlot ReadSlot(NpgsqlDataReader row) =>
        new(row.GetFieldValue<DateTimeOffset>(1), (SlotState)row.GetInt16(2) == SlotState.Met);

    static CachedJob ReadJob(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetGuid(1), row.GetInt64(2), ReadState(row), ReadExpectation(row));

    static JobState ReadState(NpgsqlDataReader row) => new()
    {
        ArmedAt = row.TimeAt(3),
        SignalCount = row.GetInt64(4),
        LastSignalAt = row.TimeAt(5),
        LastOutcome = (Outcome)row.GetInt16(6),
        LastOutcomeAt = row.TimeAt(7),
        LastSuccessAt = row.TimeAt(8),
        MissedCount = row.GetInt32(9),
        MissedSince = row.TimeAt(10),
        SlotsUntil = row.TimeAt(11),
        Health = new Health((Colour)row.GetInt16(12), row.GetString(13), row.GetFieldValue<DateTimeOffset>(14)),
        Problem = (Problem)row.GetInt16(15),
        DueAt = row.TimeAt(16),
        DeadlineAt = row.TimeAt(17),
        AlarmAt = row.TimeAt(18),
        Strip = new Strip(row.GetFieldValue<byte[]>(19)),
    };

    static Expectation ReadExpectation(NpgsqlDataReader row) => new(
        ScheduleCache.Of(row.TextAt(20), row.GetString(21)),
        TimeSpan.FromSeconds(row.GetInt32(22)),
        TimeSpan.FromSeconds(row.GetInt32(23)),
        row.SecondsAt(24),
        row.SecondsAt(25),
        row.GetBoolean(26),
        row.GetBoolean(27),
        row.TimeAt(28),
        row.GetBoolean(27) ? Because(row.GetString(29), row.GetString(30)) : null);

    static string Because(string who, string why) => why.Length == 0 ? $"by {who}" : $"by {who}: {why}";

    static string? TextAt(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    static DateTimeOffset? TimeAt(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    static TimeSpan? SecondsAt(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : TimeSpan.FromSeconds(row.GetInt32(column));
}
