using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Vigilant.Contracts;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Access;

/// <summary>Who did what. It is written in the transaction of whatever is done: both are on disk or neither is.</summary>
sealed class AuditLog(NpgsqlDataSource database)
{
    static readonly string Add = Sql.Of<AuditLog>("audit_add.sql");
    static readonly string Complete = Sql.Of<AuditLog>("audit_complete.sql");
    static readonly string List = Sql.Of<AuditLog>("audit_list.sql");

    public static async Task AddAsync(NpgsqlConnection connection, Guid project, AuditNote note, DateTimeOffset now, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(Add, connection);
        command.Parameters.AddWithValue("id", TimeOrderedId.Mint(now));
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("at", now);
        command.Parameters.AddNullable("who", NpgsqlDbType.Text, note.Who);
        command.Parameters.AddNullable("why", NpgsqlDbType.Text, note.Why);
        command.Parameters.AddWithValue("action", note.Action);
        command.Parameters.AddWithValue("subject", note.Subject);
        command.Parameters.AddWithValue("subject_id", note.SubjectId);
        command.Parameters.AddNullable("details", NpgsqlDbType.Jsonb, note.Details?.ToJsonString());
        await command.ExecuteNonQueryAsync(stopping);
    }

    /// <summary>It has ended, and so many were changed by it.</summary>
    public static async Task CompleteAsync(NpgsqlConnection connection, Guid subject, long changed, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(Complete, connection);
        command.Parameters.AddWithValue("subject_id", subject);
        command.Parameters.AddWithValue("changed", changed);
        await command.ExecuteNonQueryAsync(stopping);
    }

    public async Task<List<AuditEntry>> ListAsync(Guid project, Guid? behind, int limit, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(List);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddNullable("behind", NpgsqlDbType.Uuid, behind);
        command.Parameters.AddWithValue("limit", limit);
        return await command.ReadAllAsync(Read, stopping);
    }

    static AuditEntry Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetFieldValue<DateTimeOffset>(1),
        row.NullableText(2),
        row.NullableText(3),
        row.GetString(4),
        row.GetString(5),
        row.GetGuid(6),
        row.IsDBNull(7) ? null : JsonSerializer.Deserialize<JsonElement>(row.GetString(7)),
        row.Nullable<long>(8));
}
