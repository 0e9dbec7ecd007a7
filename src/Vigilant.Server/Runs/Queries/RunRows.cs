using System.Text.Json;
using Npgsql;
using Vigilant.Contracts;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs.Queries;

/// <summary>Runs out of the columns of columns.sql.</summary>
static class RunRows
{
    // Errors and data may be long: a list does not carry them.
    const string DetailsOfMany = "r.details - '{errors,data,steps,attempts}'::text[]";

    static readonly string Columns = Sql.Of<RunReader>("columns.sql");

    /// <summary>A statement about runs as lists show them.</summary>
    public static string Many(string file) => Fill(file, DetailsOfMany);

    /// <summary>A statement about runs with everything that is known of them.</summary>
    public static string Whole(string file) => Fill(file, "r.details");

    public static Run Read(NpgsqlDataReader row)
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

    static string Fill(string file, string details) => Sql.Of<RunReader>(file)
        .Replace("{columns}", Columns.Replace("{details}", details, StringComparison.Ordinal), StringComparison.Ordinal);

    static long? Milliseconds(TimeSpan? length) => length is { } known ? (long)Math.Max(0, known.TotalMilliseconds) : null;
}
