using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Operations;
using Vigilant.Server.Postgres;
using Vigilant.Server.Runs.Queries;

namespace Vigilant.Server.Runs.Operations;

/// <summary>
/// An operation that this node works on, and how far it has come. Only the holder of the fence changes the row, so what is
/// remembered here is what is stored.
/// </summary>
sealed class ClaimedOperation
{
    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public required RunAction Action { get; init; }

    public required JsonObject? StoredFilter { get; init; }

    public required Guid[]? Ids { get; init; }

    public required JsonObject? Labels { get; init; }

    public required string? Who { get; init; }

    public required string? Why { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required long Fence { get; init; }

    /// <summary>How often it was taken since it last got further.</summary>
    public required int Tries { get; init; }

    public required Dictionary<string, long> Skipped { get; init; }

    public long Done { get; set; }

    public long Changed { get; set; }

    public Guid PageAfter { get; set; }

    /// <summary>The last run that the page may hold; null: the next page is to be found.</summary>
    public Guid? PageUntil { get; set; }

    /// <summary>The last run of the page that is done.</summary>
    public (Guid Job, Guid Run) At { get; set; }

    public bool AllFound { get; set; }

    /// <summary>Which runs it is about. Those named by ids are looked at in whatever state they are.</summary>
    public RunFilter Filter() => StoredFilter is null
        ? new RunFilter()
        : Operations.StoredFilter.Read(StoredFilter, Action, all: true, new FieldErrors());

    public void Add(Tally tally, int runs, (Guid Job, Guid Run) last)
    {
        Done += runs;
        Changed += tally.Changed;
        At = last;
        foreach (var (why, count) in tally.Skipped)
        {
            Skip(why, count);
        }
    }

    public void Skip(string why, long count) => Skipped[why] = Skipped.GetValueOrDefault(why) + count;

    public static ClaimedOperation Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        ProjectId = row.GetGuid(1),
        Action = (RunAction)row.GetInt16(2),
        StoredFilter = JsonAt(row, 3),
        Ids = row.IsDBNull(4) ? null : row.GetFieldValue<Guid[]>(4),
        Labels = JsonAt(row, 5),
        Who = row.NullableText(6),
        Why = row.NullableText(7),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(8),
        Fence = row.GetInt64(9),
        Tries = row.GetInt32(10),
        Done = row.GetInt64(11),
        Changed = row.GetInt64(12),
        Skipped = JsonSerializer.Deserialize<Dictionary<string, long>>(row.GetString(13))!,
        PageAfter = row.GetGuid(14),
        PageUntil = row.Nullable<Guid>(15),
        At = (row.GetGuid(16), row.GetGuid(17)),
        AllFound = row.GetBoolean(18),
    };

    static JsonObject? JsonAt(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : (JsonObject)JsonNode.Parse(row.GetString(column))!;
}
