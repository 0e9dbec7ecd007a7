using System.Globalization;
using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;
using Vigilant.Domain.Operations;
using Vigilant.Server.Postgres;
using Vigilant.Server.Runs.Queries;

namespace Vigilant.Server.Runs.Operations;

/// <summary>An action that is one statement for all runs of a chunk. It answers how many it changed, and how many it did not for each reason.</summary>
/// <param name="said">What is kept of the operation with each run.</param>
sealed class StatedAction(RunAction action, string file, Func<ClaimedOperation, JsonObject> said) : IRunAction
{
    readonly string _text = Sql.Of<StatedAction>(file).Replace("{conditions}", RunConditions.Text, StringComparison.Ordinal);

    public RunAction Action => action;

    public int MostAtOnce => int.MaxValue;

    public static StatedAction RequestKill { get; } = new(RunAction.RequestKill, "request_kill.sql", operation => new JsonObject
    {
        ["kill"] = Asked(operation, []),
    });

    public static StatedAction Label { get; } = new(RunAction.Label, "label.sql", operation => operation.Labels!);

    public static StatedAction AskRetry { get; } = new(RunAction.AskRetry, "ask_retry.sql", operation => new JsonObject
    {
        ["retry_requested"] = Asked(operation, new JsonObject { ["at"] = Text(operation.CreatedAt), ["answered"] = false }),
    });

    public async Task<Tally> DoAsync(NpgsqlConnection connection, Chunk chunk, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(_text, connection);
        var runs = chunk.RunIds;
        RunConditions.Bind(command.Parameters, chunk.Operation.ProjectId, chunk.Filter, jobs: null, behind: null, limit: 0);
        command.Parameters.AddWithValue("chunk_jobs", chunk.JobIds);
        command.Parameters.AddWithValue("chunk_runs", runs);
        command.Parameters.AddWithValue("first_run", runs.Min(ByteOrder.Comparer));
        command.Parameters.AddWithValue("last_run", runs.Max(ByteOrder.Comparer));
        command.Parameters.AddWithValue("at", chunk.Operation.CreatedAt);
        command.Parameters.AddNullable("said", NpgsqlDbType.Jsonb, said(chunk.Operation).ToJsonString());
        var counts = await command.ReadAllAsync(row => (Why: row.NullableText(0), Count: row.GetInt64(1)), stopping);
        return new Tally(
            counts.Find(one => one.Why is null).Count,
            counts.Where(one => one.Why is not null && one.Count > 0).ToDictionary(one => one.Why!, one => one.Count));
    }

    // As a single signal would leave it: what was not said is left out.
    static JsonObject Asked(ClaimedOperation operation, JsonObject asked)
    {
        if (operation.Who is { } who)
        {
            asked["who"] = who;
        }

        if (operation.Why is { } why)
        {
            asked["why"] = why;
        }

        return asked;
    }

    static string Text(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
