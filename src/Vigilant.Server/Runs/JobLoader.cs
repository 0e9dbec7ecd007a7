using Npgsql;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;
using Vigilant.Domain.Runs.Tallies;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs;

/// <summary>Reads the states of jobs, with what is expected of them, their runs in progress and their open slots.</summary>
static class JobLoader
{
    static readonly string Jobs = Sql.Of<CachedJob>("load_jobs.sql");
    static readonly string Active = Sql.Of<CachedJob>("load_active_runs.sql");
    static readonly string OpenSlots = Sql.Of<CachedJob>("load_open_slots.sql");

    /// <param name="prepare">The connection lasts, and the statements will come again.</param>
    public static async Task<List<CachedJob>> LoadAsync(
        NpgsqlConnection connection, Guid[] jobs, bool prepare, CancellationToken stopping)
    {
        var loaded = await ReadAsync(connection, Jobs, jobs, prepare, ReadJob, stopping);
        Guid[] running = [.. loaded.Where(job => job.IsRunning).Select(job => job.Job.JobId)];
        Guid[] slotted = [.. loaded.Where(job => job.Job.Expectation.HasSlots).Select(job => job.Job.JobId)];
        var active = running.Length == 0
            ? []
            : await ReadAsync(connection, Active, running, prepare, row => (row.GetGuid(0), ReadActive(row)), stopping);
        var slots = slotted.Length == 0
            ? []
            : await ReadAsync(connection, OpenSlots, slotted, prepare, row => (row.GetGuid(0), ReadSlot(row)), stopping);
        return Join(loaded, active.ToLookup(run => run.Item1, run => run.Item2), slots.ToLookup(slot => slot.Item1, slot => slot.Item2));
    }

    static async Task<List<T>> ReadAsync<T>(
        NpgsqlConnection connection, string sql, Guid[] jobs, bool prepare, Func<NpgsqlDataReader, T> read, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("job_ids", jobs));
        if (prepare)
        {
            await command.PrepareAsync(stopping);
        }

        await using var reader = await command.ExecuteReaderAsync(stopping);
        var rows = new List<T>(jobs.Length);
        while (await reader.ReadAsync(stopping))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    static List<CachedJob> Join(
        List<(CachedJob Job, bool IsRunning)> loaded, ILookup<Guid, ActiveRun> active, ILookup<Guid, OpenSlot> slots) =>
        [.. loaded.Select(one => !one.IsRunning && !one.Job.Expectation.HasSlots
            ? one.Job
            : one.Job with { State = one.Job.State with { Active = ActiveRuns.Of(active[one.Job.JobId]), Slots = [.. slots[one.Job.JobId]] } })];

    static ActiveRun ReadActive(NpgsqlDataReader row) => new(
        row.GetGuid(1), row.TextAt(2), row.TimeAt(5), row.GetFieldValue<DateTimeOffset>(7), (RunMark)row.GetInt16(8))
    {
        State = (RunState)row.GetInt16(3),
        QueuedAt = row.TimeAt(4),
        KillRequestedAt = row.TimeAt(6),
        Attempt = row.GetInt16(9),
        IsNamed = row.GetBoolean(10),
        MadeAt = TimeOrderedId.TimeOf(row.GetGuid(1)),
        Work = StoredWork.Of(row.IsDBNull(11) ? null : row.GetFloat(11), row.TimeAt(12), row.TextAt(13), row.TimeAt(5)),
        Tracking = row.IsDBNull(14) ? null : (Tracking)row.GetInt16(14),
    };

    static OpenSlot ReadSlot(NpgsqlDataReader row) =>
        new(row.GetFieldValue<DateTimeOffset>(1), (SlotState)row.GetInt16(2) == SlotState.Met);

    static (CachedJob Job, bool IsRunning) ReadJob(NpgsqlDataReader row) =>
        (new(row.GetGuid(0), row.GetGuid(1), row.GetInt64(2), ReadState(row), ReadExpectation(row), (Tracking)row.GetInt16(37)), row.GetInt32(31) > 0);

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
        Tally = new RunTally(row.GetFieldValue<byte[]>(32)),
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
        row.GetBoolean(27) ? Because(row.GetString(29), row.GetString(30)) : null)
    {
        MaxWait = row.SecondsAt(33),
        Progress = row.SecondsAt(34),
        MinRuntime = row.SecondsAt(35),
        Tolerance = row.TextAt(36) is { } tolerance ? PartialTolerance.Parse(tolerance) : null,
    };

    static string Because(string who, string why) => why.Length == 0 ? $"by {who}" : $"by {who}: {why}";

    static string? TextAt(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    static DateTimeOffset? TimeAt(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    static TimeSpan? SecondsAt(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : TimeSpan.FromSeconds(row.GetInt32(column));
}
