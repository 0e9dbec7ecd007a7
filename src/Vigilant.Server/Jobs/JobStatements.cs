using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Vigilant.Domain.Jobs;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Jobs;

/// <summary>The statements that write jobs, each inside a transaction of its caller.</summary>
static class JobStatements
{
    static readonly string Lock = Sql.Read("Jobs/job_lock.sql");
    static readonly string Insert = Sql.Read("Jobs/job_insert.sql");
    static readonly string Update = Sql.Read("Jobs/job_update.sql");
    static readonly string Delete = Sql.Read("Jobs/job_delete.sql");
    static readonly string ChannelsUnknown = Sql.Read("Jobs/channels_unknown.sql");
    static readonly string SlugsChanged = Sql.Read("Jobs/slugs_changed.sql");
    static readonly string PausePut = Sql.Read("Jobs/pause_put.sql");
    static readonly string PauseDelete = Sql.Read("Jobs/pause_delete.sql");

    /// <summary>Everything that changes a job holds its row first and its state second; nobody waits the other way round.</summary>
    public static async Task<LockedJob?> LockAsync(NpgsqlConnection connection, JobKey key, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(Lock, connection);
        command.Parameters.AddWithValue("project", key.ProjectId);
        command.Parameters.AddWithValue("environment", key.Environment);
        command.Parameters.AddWithValue("service", key.Service);
        command.Parameters.AddWithValue("name", key.Name);
        await using var reader = await command.ExecuteReaderAsync(stopping);
        return await reader.ReadAsync(stopping) ? new LockedJob(reader.GetGuid(0), reader.GetString(1)) : null;
    }

    public static Task InsertAsync(
        NpgsqlConnection connection, Guid project, Guid id, JobDefinition definition, DateTimeOffset now, CancellationToken stopping) =>
        WriteAsync(connection, Insert, project, id, definition, now, stopping);

    public static Task UpdateAsync(
        NpgsqlConnection connection, Guid project, Guid id, JobDefinition definition, DateTimeOffset now, CancellationToken stopping) =>
        WriteAsync(connection, Update, project, id, definition, now, stopping);

    public static Task DeleteAsync(NpgsqlConnection connection, Guid project, Guid id, CancellationToken stopping) =>
        OnJobAsync(connection, Delete, project, id, stopping);

    public static async Task<bool> ResumeAsync(NpgsqlConnection connection, Guid project, Guid id, CancellationToken stopping) =>
        await OnJobAsync(connection, PauseDelete, project, id, stopping) > 0;

    public static async Task PauseAsync(
        NpgsqlConnection connection, Guid project, Guid id, Pause pause, DateTimeOffset now, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(PausePut, connection);
        command.Parameters.AddWithValue("id", id);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("who", pause.Who);
        command.Parameters.AddWithValue("why", pause.Why);
        command.Parameters.AddNullable("until", NpgsqlDbType.TimestampTz, pause.Until);
        await command.ExecuteNonQueryAsync(stopping);
    }

    public static async Task<List<string>> FindUnknownChannelsAsync(
        NpgsqlConnection connection, Guid project, IReadOnlyList<string> channels, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(ChannelsUnknown, connection);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("channels", channels.ToArray());
        await using var reader = await command.ExecuteReaderAsync(stopping);
        var unknown = new List<string>();
        while (await reader.ReadAsync(stopping))
        {
            unknown.Add(reader.GetString(0));
        }

        return unknown;
    }

    /// <summary>Every node remembers slugs; this makes each of them forget within a second or so.</summary>
    public static async Task TellSlugsChangedAsync(NpgsqlConnection connection, Guid project, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(SlugsChanged, connection);
        command.Parameters.AddWithValue("project", project);
        await command.ExecuteNonQueryAsync(stopping);
    }

    static async Task<int> OnJobAsync(
        NpgsqlConnection connection, string sql, Guid project, Guid id, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("id", id);
        command.Parameters.AddWithValue("project", project);
        return await command.ExecuteNonQueryAsync(stopping);
    }

    static async Task WriteAsync(
        NpgsqlConnection connection, string sql, Guid project, Guid id, JobDefinition definition, DateTimeOffset now,
        CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        var parameters = command.Parameters;
        parameters.AddWithValue("id", id);
        parameters.AddWithValue("project", project);
        parameters.AddWithValue("now", now);
        Bind(parameters, definition);
        await command.ExecuteNonQueryAsync(stopping);
    }

    static void Bind(NpgsqlParameterCollection parameters, JobDefinition definition)
    {
        parameters.AddWithValue("environment", definition.Environment);
        parameters.AddWithValue("service", definition.Service);
        parameters.AddWithValue("name", definition.Name);
        parameters.AddWithValue("slug", definition.Slug);
        parameters.AddNullable("schedule", NpgsqlDbType.Text, definition.Schedule);
        parameters.AddWithValue("timezone", definition.Timezone);
        parameters.AddWithValue("grace_seconds", definition.GraceSeconds);
        parameters.AddWithValue("early_seconds", definition.EarlySeconds);
        parameters.AddNullable("max_runtime_seconds", NpgsqlDbType.Integer, definition.MaxRuntimeSeconds);
        parameters.AddNullable("heartbeat_seconds", NpgsqlDbType.Integer, definition.HeartbeatSeconds);
        parameters.AddNullable("max_wait_seconds", NpgsqlDbType.Integer, definition.MaxWaitSeconds);
        parameters.AddNullable("progress_seconds", NpgsqlDbType.Integer, definition.ProgressSeconds);
        parameters.AddNullable("min_runtime_seconds", NpgsqlDbType.Integer, definition.MinRuntimeSeconds);
        parameters.AddNullable("partial_tolerance", NpgsqlDbType.Text, definition.PartialTolerance?.ToString());
        parameters.AddWithValue("severity", Words.Of(definition.Severity));
        parameters.AddNullable("labels", NpgsqlDbType.Jsonb, JsonSerializer.Serialize(definition.Labels));
        parameters.AddWithValue("description", definition.Description);
        parameters.AddNullable("runbook_url", NpgsqlDbType.Text, definition.RunbookUrl);
        parameters.AddWithValue("enabled", definition.Enabled);
        parameters.AddWithValue("tracking", (short)definition.Tracking);
        parameters.AddNullable("retention", NpgsqlDbType.Jsonb, definition.Retention is { } lengths ? JsonSerializer.Serialize(lengths) : null);
        parameters.AddNullable("channels", NpgsqlDbType.Array | NpgsqlDbType.Text, definition.Channels?.ToArray());
    }
}
