using Npgsql;
using Vigilant.Domain.Runs;
using Vigilant.Domain.Schedules;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs.Suggestions;

/// <summary>Reads what the last runs of a job speak for as its limits.</summary>
sealed class LimitSuggester(NpgsqlDataSource database)
{
    static readonly string LastRuns = Sql.Of<LimitSuggester>("last_runs.sql");

    /// <param name="schedule">Of a period, a run is late by what the time between two ends is longer than it.</param>
    public async Task<SuggestedLimits> SuggestAsync(Guid project, Guid job, string? schedule, string timezone, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(LastRuns);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("job", job);
        command.Parameters.AddWithValue("most", SuggestedLimits.MostRuns);
        var ended = await command.ReadAllAsync(Read, stopping);
        var period = (ScheduleCache.Of(schedule, timezone) as Period)?.Length;
        return SuggestedLimits.Of([.. ended.Select((run, index) =>
            run.ToPast(period, index + 1 < ended.Count ? ended[index + 1].EndedAt : null))]);
    }

    static Ended Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.Nullable<DateTimeOffset>(1),
        row.Nullable<DateTimeOffset>(2),
        row.GetFieldValue<DateTimeOffset>(3),
        row.Nullable<DateTimeOffset>(4),
        row.Nullable<TimeSpan>(5));

    readonly record struct Ended(
        Guid Id, DateTimeOffset? QueuedAt, DateTimeOffset? StartedAt, DateTimeOffset EndedAt, DateTimeOffset? SlotAt, TimeSpan? LongestSilence)
    {
        public PastRun ToPast(TimeSpan? period, DateTimeOffset? before) => new(EndedAt - StartedAt, Waited, LongestSilence, Late(period, before));

        // A run that was made by its start did not wait.
        TimeSpan? Waited => (QueuedAt ?? TimeOrderedId.TimeOf(Id)) is var since && StartedAt > since ? StartedAt - since : null;

        TimeSpan? Late(TimeSpan? period, DateTimeOffset? before) =>
            (SlotAt is { } slot ? EndedAt - slot : EndedAt - before - period) is { } late ? late > TimeSpan.Zero ? late : TimeSpan.Zero : null;
    }
}
