using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Vigilant.Contracts;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs.Queries;

/// <summary>Reads runs, in progress or over.</summary>
sealed class RunReader(NpgsqlDataSource database)
{
    static readonly string Conditions = Sql.Of<RunReader>("conditions.sql");
    static readonly string ById = Fill("run_by_id.sql", "r.details");

    // Errors and data may be long: a list does not carry them.
    static readonly string OfJob = Fill("runs_of_job.sql", "r.details - '{errors,data,steps,attempts}'::text[]");
    static readonly string ByState = Fill("runs_by_state.sql", "r.details - '{errors,data,steps,attempts}'::text[]");
    static readonly string JobsWanted = Sql.Of<RunReader>("jobs_wanted.sql");

    public async Task<Run?> FindAsync(Guid project, Guid id, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(ById);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("id", id);
        var runs = await command.ReadAllAsync(Read, stopping);
        return runs.Count == 0 ? null : runs[0];
    }

    /// <summary>At most <paramref name="limit"/> runs behind one, and whether there are more.</summary>
    public async Task<(List<Run> Runs, bool More)> ListAsync(
        Guid project, RunFilter filter, Guid? behind, int limit, CancellationToken stopping)
    {
        var jobs = filter.NamesJobs ? await FindJobsAsync(project, filter, stopping) : null;
        if (jobs is { Length: 0 })
        {
            return ([], false);
        }

        var text = jobs is { Length: 1 } ? OfJob : ByState;
        await using var command = database.CreateCommand(filter.OldestFirst ? Turned(text) : text);
        Bind(command.Parameters, project, filter, jobs, behind, limit + 1);
        var runs = await command.ReadAllAsync(Read, stopping);
        var more = runs.Count > limit;
        return (more ? runs[..limit] : runs, more);
    }

    async Task<Guid[]> FindJobsAsync(Guid project, RunFilter filter, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(JobsWanted);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddNullable("names", NpgsqlDbType.Array | NpgsqlDbType.Text, Some(filter.Jobs));
        command.Parameters.AddNullable("services", NpgsqlDbType.Array | NpgsqlDbType.Text, Some(filter.Services));
        command.Parameters.AddNullable("environments", NpgsqlDbType.Array | NpgsqlDbType.Text, Some(filter.Environments));
        return [.. await command.ReadAllAsync(row => row.GetGuid(0), stopping)];
    }

    static string[]? Some(List<string> texts) => texts.Count == 0 ? null : [.. texts];

    static void Bind(NpgsqlParameterCollection parameters, Guid project, RunFilter filter, Guid[]? jobs, Guid? behind, int limit)
    {
        var states = filter.States.Count == 0 ? RunStates.All : filter.States;
        parameters.AddWithValue("project", project);
        parameters.AddWithValue("states", states.Distinct().Select(state => (short)state).ToArray());
        parameters.AddWithValue("job", jobs is { Length: 1 } ? jobs[0] : Guid.Empty);
        parameters.AddNullable("jobs", NpgsqlDbType.Array | NpgsqlDbType.Uuid, jobs);
        parameters.AddNullable("caller_id", NpgsqlDbType.Text, filter.CallerId);
        parameters.AddNullable("behind", NpgsqlDbType.Uuid, behind);
        parameters.AddNullable("least", NpgsqlDbType.Uuid, Bound(filter.CreatedAfter));
        parameters.AddNullable("most", NpgsqlDbType.Uuid, Bound(filter.CreatedBefore));
        parameters.AddNullable("started_after", NpgsqlDbType.TimestampTz, filter.StartedAfter);
        parameters.AddNullable("started_before", NpgsqlDbType.TimestampTz, filter.StartedBefore);
        parameters.AddNullable("ended_after", NpgsqlDbType.TimestampTz, filter.EndedAfter);
        parameters.AddNullable("ended_before", NpgsqlDbType.TimestampTz, filter.EndedBefore);
        parameters.AddNullable("duration_over", NpgsqlDbType.Interval, filter.DurationOver);
        parameters.AddNullable("duration_under", NpgsqlDbType.Interval, filter.DurationUnder);
        parameters.AddNullable("attempt", NpgsqlDbType.Smallint, (short?)filter.Attempt);
        parameters.AddNullable("marks", NpgsqlDbType.Array | NpgsqlDbType.Text, Some(filter.Marks));
        parameters.AddNullable("holds", NpgsqlDbType.Jsonb, filter.Holds.Count == 0 ? null : filter.Holds.ToJsonString());
        parameters.AddNullable("error", NpgsqlDbType.Text, filter.Error is null ? null : $"%{Escape(filter.Error)}%");
        parameters.AddWithValue("limit", limit);
    }

    static Guid? Bound(DateTimeOffset? at) => at is { } time ? TimeOrderedId.LeastOf(time) : null;

    static string Escape(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal);

    static string Fill(string file, string details) => Sql.Of<RunReader>(file)
        .Replace("{columns}", Sql.Of<RunReader>("columns.sql").Replace("{details}", details, StringComparison.Ordinal), StringComparison.Ordinal)
        .Replace("{conditions}", Conditions, StringComparison.Ordinal);

    static string Turned(string text) => text
        .Replace("r.id desc", "r.id", StringComparison.Ordinal)
        .Replace("r.id < @behind", "r.id > @behind", StringComparison.Ordinal);

    static Run Read(NpgsqlDataReader row)
    {
        var id = row.GetGuid(0);
        var createdAt = TimeOrderedId.TimeOf(id);
        var (startedAt, endedAt) = (row.Nullable<DateTimeOffset>(7), row.Nullable<DateTimeOffset>(8));
        var run = new Run
        {
            Id = id,
            Job = $"{row.GetString(1)}/{row.GetString(2)}",
            Environment = row.GetString(3),
            CallerId = row.NullableText(4),
            State = ((RunState)row.GetInt16(5)).Word(),
            CreatedAt = createdAt,
            QueuedAt = row.Nullable<DateTimeOffset>(6),
            StartedAt = startedAt,
            EndedAt = endedAt,
            KillRequestedAt = row.Nullable<DateTimeOffset>(9),
            SlotAt = row.Nullable<DateTimeOffset>(10),
            DurationMs = Milliseconds(endedAt - startedAt),
            WaitMs = Milliseconds(startedAt - createdAt),
            ExitCode = row.Nullable<short>(11),
            Reason = row.NullableText(12),
            Attempt = row.GetInt16(13),
            Mark = row.Nullable<short>(16) is { } mark ? ((RunMark)mark).Word() : null,
            Progress = row.Nullable<float>(14) is { } progress ? Math.Round(progress, 4) : null,
        };
        if (!row.IsDBNull(15))
        {
            foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(row.GetString(15))!)
            {
                run.Details[name] = value;
            }
        }

        return run;
    }

    static long? Milliseconds(TimeSpan? length) => length is { } known ? (long)Math.Max(0, known.TotalMilliseconds) : null;
}
