using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs.Queries;

/// <summary>What a filter asks of a run that is called r.</summary>
static partial class RunConditions
{
    /// <summary>All conditions; one whose parameter is null holds.</summary>
    public static readonly string Text = Sql.Of<RunReader>("conditions.sql");

    static readonly string[] Lines = Text.Split('\n');

    /// <summary>Those whose parameter is not null: the planner knows nothing of a condition that may not be one.</summary>
    public static string Given(NpgsqlParameterCollection parameters) => string.Join('\n', Lines.Select(line => Optional().Match(line) switch
    {
        { Success: false } => line,
        var match => IfGiven(match, parameters),
    }));

    /// <summary>Of those only the bounds of ids.</summary>
    public static string Bounds(NpgsqlParameterCollection parameters) => string.Join('\n', Lines
        .Select(line => Optional().Match(line))
        .Where(match => match.Groups["name"].Value is "behind" or "least" or "most")
        .Select(match => IfGiven(match, parameters)));

    /// <summary>Gives the conditions what they ask for.</summary>
    public static void Bind(NpgsqlParameterCollection parameters, Guid project, RunFilter filter, Guid[]? jobs, Guid? behind, int limit)
    {
        var states = filter.States.Count == 0 ? RunStates.All : filter.States;
        parameters.AddWithValue("project", project);
        parameters.AddWithValue("states", states.Distinct().Select(state => (short)state).ToArray());
        parameters.AddNullable("jobs", NpgsqlDbType.Array | NpgsqlDbType.Uuid, jobs);
        parameters.AddNullable("caller_id", NpgsqlDbType.Text, filter.CallerId);
        parameters.AddNullable("behind", NpgsqlDbType.Uuid, behind);
        parameters.AddNullable("least", NpgsqlDbType.Uuid, Bound(filter.CreatedAfter));
        parameters.AddNullable("most", NpgsqlDbType.Uuid, Bound(filter.CreatedBefore));
        parameters.AddNullable("queued_after", NpgsqlDbType.TimestampTz, filter.QueuedAfter);
        parameters.AddNullable("queued_before", NpgsqlDbType.TimestampTz, filter.QueuedBefore);
        parameters.AddNullable("started_after", NpgsqlDbType.TimestampTz, filter.StartedAfter);
        parameters.AddNullable("started_before", NpgsqlDbType.TimestampTz, filter.StartedBefore);
        parameters.AddNullable("ended_after", NpgsqlDbType.TimestampTz, filter.EndedAfter);
        parameters.AddNullable("ended_before", NpgsqlDbType.TimestampTz, filter.EndedBefore);
        parameters.AddNullable("kill_requested_after", NpgsqlDbType.TimestampTz, filter.KillRequestedAfter);
        parameters.AddNullable("kill_requested_before", NpgsqlDbType.TimestampTz, filter.KillRequestedBefore);
        parameters.AddNullable("duration_over", NpgsqlDbType.Interval, filter.DurationOver);
        parameters.AddNullable("duration_under", NpgsqlDbType.Interval, filter.DurationUnder);
        parameters.AddNullable("attempt", NpgsqlDbType.Smallint, (short?)filter.Attempt);
        parameters.AddNullable("marks", NpgsqlDbType.Array | NpgsqlDbType.Text, Some(filter.Marks));
        parameters.AddNullable("holds", NpgsqlDbType.Jsonb, filter.Holds.Count == 0 ? null : filter.Holds.ToJsonString());
        parameters.AddNullable("error", NpgsqlDbType.Text, filter.Error is null ? null : $"%{Escape(filter.Error)}%");
        parameters.AddNullable("kill_requested", NpgsqlDbType.Boolean, filter.KillRequested ? true : null);
        parameters.AddWithValue("limit", limit);
    }

    public static string[]? Some(List<string> texts) => texts.Count == 0 ? null : [.. texts];

    static string IfGiven(Match match, NpgsqlParameterCollection parameters) =>
        parameters[match.Groups["name"].Value].Value is DBNull ? "" : $"and ({match.Groups["condition"].Value})";

    static Guid? Bound(DateTimeOffset? at) => at is { } time ? TimeOrderedId.LeastOf(time) : null;

    static string Escape(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*and \(@(?<name>\w+)::[\w\[\]]+ is null or (?<condition>.*)\)\s*$")]
    private static partial Regex Optional();
}
