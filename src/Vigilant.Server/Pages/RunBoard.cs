using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;
using Vigilant.Dashboard.Jobs;
using Vigilant.Dashboard.Layout;
using Vigilant.Dashboard.Runs;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Pages;

/// <summary>Reads the page of one run.</summary>
sealed class RunBoard(NpgsqlDataSource database, NodeClock clock) : IRunBoard
{
    static readonly string Run = Sql.Of<RunBoard>("run.sql");
    static readonly string Signals = Sql.Of<RunBoard>("run_signals.sql");
    static readonly string Usual = Sql.Of<RunBoard>("job_usual.sql");
    // The page escapes what it shows; here, people read what was sent.
    static readonly JsonSerializerOptions LaidOut = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    static readonly string[] Names = ["host", "queue", "runner", "provider_id", "correlation_id", "trace_id", "parent_id", "processed", "failed_items"];

    public async Task<RunDetails?> FindAsync(Guid project, Guid run, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Run);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("run", run);
        var found = await command.ReadAllAsync(Read, stopping);
        return found.Count == 0
            ? null
            : found[0] with
            {
                Signals = await SignalsAsync(project, found[0], stopping),
                Usual = await UsualAsync(project, found[0].JobId, stopping),
            };
    }

    async Task<TimeSpan?> UsualAsync(Guid project, Guid job, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Usual);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("job", job);
        return await command.ExecuteScalarAsync(stopping) is double seconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    async Task<ValueList<SignalRow>> SignalsAsync(Guid project, RunDetails run, CancellationToken stopping)
    {
        var last = RunStates.Active.Contains(run.State) ? clock.Now : run.Times[^1].At;
        await using var command = database.CreateCommand(Signals);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("job", run.JobId);
        command.Parameters.AddWithValue("run", run.Id);
        command.Parameters.AddWithValue("last", TimeOrderedId.LeastOf(last.AddMilliseconds(1)));
        return new(await command.ReadAllAsync(SignalRows.Read, stopping));
    }

    static RunDetails Read(NpgsqlDataReader row)
    {
        using var json = JsonDocument.Parse(row.IsDBNull(16) ? "{}" : row.GetString(16));
        var details = json.RootElement;
        var state = (RunState)row.GetInt16(5);
        return new RunDetails(
            row.GetGuid(0),
            row.GetGuid(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            state,
            row.TextOrNull(6),
            row.GetInt16(7),
            row.Nullable<float>(8),
            row.TextOrNull(9),
            row.NumberOrNull(10),
            Times(row, state),
            row.TimeOrNull(15) is { } kill ? Kill(kill, details) : null,
            NamedIn(details, "arguments"),
            Resources(details),
            Known(details),
            Steps(details),
            new([.. Each(details, "errors").Select(error => new RunError(
                TimeIn(error, "at"), NumberIn(error, "attempt") ?? 1, Text(error.GetProperty("error")), ErrorFingerprint.Of(error.GetProperty("error"))))]),
            new([.. Each(details, "attempts").Select(one => new RunAttempt(
                NumberIn(one, "attempt") ?? 1, TimeIn(one, "started_at"), TimeIn(one, "failed_at"), NumberIn(one, "exit_status")))]),
            details.TryGetProperty("data", out var data) ? JsonSerializer.Serialize(data, LaidOut) : null,
            new([]),
            row.Nullable<Guid>(17),
            row.Nullable<Guid>(18))
        {
            StartedAt = row.TimeOrNull(13),
            EndedAt = row.TimeOrNull(14),
            Mark = (RunMark)row.GetInt16(19),
            MarkedSince = MarkedSince(row),
            Pinned = row.TimeOrNull(22) is { } pinned ? new Pinned(pinned, row.GetString(23), row.GetString(24)) : null,
        };
    }

    static DateTimeOffset? MarkedSince(NpgsqlDataReader row) => (RunMark)row.GetInt16(19) switch
    {
        RunMark.Stalled => row.TimeOrNull(20),
        RunMark.Unchanged => row.TimeOrNull(21) is { } changed && changed > row.TimeOrNull(13) ? changed : row.TimeOrNull(13),
        RunMark.Waiting when row.IsDBNull(14) => row.TimeOrNull(12) ?? TimeOrderedId.TimeOf(row.GetGuid(0)),
        _ => null,
    };

    static ValueList<RunMoment> Times(NpgsqlDataReader row, RunState state)
    {
        var times = new (string Word, DateTimeOffset? At)[]
        {
            ("slot", row.TimeOrNull(11)),
            ("created", TimeOrderedId.TimeOf(row.GetGuid(0))),
            ("queued", row.TimeOrNull(12)),
            ("started", row.TimeOrNull(13)),
            (state.Word().Replace('_', ' '), row.TimeOrNull(14)),
        };
        return new([.. times.Where(time => time.At is not null).Select(time => new RunMoment(time.Word, time.At!.Value)).OrderBy(time => time.At)]);
    }

    static KillRequest Kill(DateTimeOffset at, JsonElement details) => details.TryGetProperty("kill", out var kill)
        ? new KillRequest(at, TextIn(kill, "who"), TextIn(kill, "why"))
        : new KillRequest(at, null, null);

    static ValueList<Named> NamedIn(JsonElement details, string field) => details.TryGetProperty(field, out var named)
        ? new([.. named.EnumerateObject().Select(one => new Named(one.Name, Text(one.Value)))])
        : new([]);

    static ValueList<Named> Resources(JsonElement details) =>
        new([.. Each(details, "resources").Select(one => new Named(TextIn(one, "kind") ?? "", TextIn(one, "id") ?? ""))]);

    static ValueList<Named> Known(JsonElement details)
    {
        var known = new List<Named>();
        foreach (var name in Names)
        {
            if (details.TryGetProperty(name, out var value))
            {
                var words = name.Replace('_', ' ');
                known.Add(new Named(char.ToUpperInvariant(words[0]) + words[1..], Text(value), name is "processed" or "failed_items" ? null : name));
            }
        }

        return new([.. known, .. NamedIn(details, "labels").Select(label => label with { Term = $"label.{label.Name}" })]);
    }

    static ValueList<RunStep> Steps(JsonElement details) => details.TryGetProperty("steps", out var steps)
        ? new([.. steps.EnumerateObject().Select(step => new RunStep(
            step.Name, step.Value.TryGetProperty("progress", out var part) && part.ValueKind == JsonValueKind.Number ? part.GetDouble() : null))])
        : new([]);

    static JsonElement[] Each(JsonElement details, string field) =>
        details.TryGetProperty(field, out var all) ? [.. all.EnumerateArray()] : [];

    static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Object or JsonValueKind.Array => JsonSerializer.Serialize(value, LaidOut),
        _ => value.GetRawText(),
    };

    static string? TextIn(JsonElement json, string field) => json.TryGetProperty(field, out var value) ? Text(value) : null;

    static int? NumberIn(JsonElement json, string field) =>
        json.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;

    static DateTimeOffset? TimeIn(JsonElement json, string field) =>
        json.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String
            && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
