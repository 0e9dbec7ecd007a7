using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Vigilant.Contracts;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Jobs;

/// <summary>Reads jobs with their pause and the state that Runs keeps of them.</summary>
static class JobReader
{
    static readonly string Text = Sql.Read("Jobs/jobs_read.sql");

    public static async Task<JobRow?> ReadOneAsync(NpgsqlConnection connection, JobKey key, CancellationToken stopping)
    {
        var filter = new JobFilter { Service = key.Service, Environment = key.Environment, Name = key.Name };
        var rows = await ReadAsync(connection, key.ProjectId, filter, null, 1, stopping);
        return rows.Count == 0 ? null : rows[0];
    }

    public static async Task<List<JobRow>> ReadAsync(
        NpgsqlConnection connection, Guid project, JobFilter filter, JobCursor? behind, int limit, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(Text, connection);
        Bind(command.Parameters, project, filter, behind, limit);
        await using var reader = await command.ExecuteReaderAsync(stopping);
        var rows = new List<JobRow>();
        while (await reader.ReadAsync(stopping))
        {
            rows.Add(Row(reader));
        }

        return rows;
    }

    static void Bind(NpgsqlParameterCollection parameters, Guid project, JobFilter filter, JobCursor? behind, int limit)
    {
        parameters.AddWithValue("project", project);
        parameters.AddNullable("service", NpgsqlDbType.Text, filter.Service);
        parameters.AddNullable("environment", NpgsqlDbType.Text, filter.Environment);
        parameters.AddNullable("name", NpgsqlDbType.Text, filter.Name);
        parameters.AddNullable("id", NpgsqlDbType.Uuid, filter.Id);
        parameters.AddNullable("colours", NpgsqlDbType.Array | NpgsqlDbType.Smallint,
            filter.Colours.Count == 0 ? null : filter.Colours.Select(colour => (short)colour).ToArray());
        parameters.AddNullable("labels", NpgsqlDbType.Jsonb,
            filter.Labels.Count == 0 ? null : JsonSerializer.Serialize(filter.Labels));
        parameters.AddNullable("text", NpgsqlDbType.Text, filter.Text is null ? null : $"%{Escape(filter.Text)}%");
        parameters.AddNullable("behind_service", NpgsqlDbType.Text, behind?.Service);
        parameters.AddNullable("behind_name", NpgsqlDbType.Text, behind?.Name);
        parameters.AddNullable("behind_id", NpgsqlDbType.Uuid, behind?.Id);
        parameters.AddWithValue("limit", limit);
    }

    static string Escape(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal);

    static JobRow Row(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Definition = Definition(row),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(17),
        UpdatedAt = row.GetFieldValue<DateTimeOffset>(18),
        Health = new JobHealth(
            Words.Of((Colour)row.GetInt16(19)), row.GetString(20), row.GetFieldValue<DateTimeOffset>(21)),
        SignalCount = row.GetInt64(22),
        LastSignalAt = row.Nullable<DateTimeOffset>(23),
        DueAt = row.Nullable<DateTimeOffset>(24),
        DeadlineAt = row.Nullable<DateTimeOffset>(25),
        Pause = row.IsDBNull(26)
            ? null
            : new JobPause(row.GetString(26), row.GetString(27), row.GetFieldValue<DateTimeOffset>(28),
                row.Nullable<DateTimeOffset>(29)),
    };

    static JobDefinition Definition(NpgsqlDataReader row) => new()
    {
        Environment = row.GetString(1),
        Service = row.GetString(2),
        Name = row.GetString(3),
        Slug = row.GetString(4),
        Schedule = row.NullableText(5),
        Timezone = row.GetString(6),
        GraceSeconds = row.GetInt32(7),
        EarlySeconds = row.GetInt32(8),
        MaxRuntimeSeconds = row.Nullable<int>(9),
        HeartbeatSeconds = row.Nullable<int>(10),
        MaxWaitSeconds = row.Nullable<int>(30),
        ProgressSeconds = row.Nullable<int>(31),
        MinRuntimeSeconds = row.Nullable<int>(32),
        PartialTolerance = row.NullableText(33) is { } tolerance ? PartialTolerance.Parse(tolerance) : null,
        Severity = Words.ToSeverity(row.GetString(11)),
        Labels = JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(12))!,
        Description = row.GetString(13),
        RunbookUrl = row.NullableText(14),
        Enabled = row.GetBoolean(15),
        Channels = row.IsDBNull(16) ? null : row.GetFieldValue<string[]>(16),
        Tracking = (Tracking)row.GetInt16(34),
        Retention = row.IsDBNull(35) ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(35)),
    };
}
