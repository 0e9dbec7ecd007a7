using Npgsql;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Access;

/// <summary>Sign-in links and sessions, by the hashes of their tokens.</summary>
sealed class SessionStore(NpgsqlDataSource database)
{
    static readonly string AddLink = Sql.Of<SessionStore>("sign_in_link_add.sql");
    static readonly string FindLink = Sql.Of<SessionStore>("sign_in_link_find.sql");
    static readonly string RedeemLink = Sql.Of<SessionStore>("sign_in_link_redeem.sql");
    static readonly string Add = Sql.Of<SessionStore>("session_add.sql");
    static readonly string Find = Sql.Of<SessionStore>("session_find.sql");
    static readonly string Renew = Sql.Of<SessionStore>("session_renew.sql");
    static readonly string End = Sql.Of<SessionStore>("session_end.sql");

    public async Task AddLinkAsync(byte[] hash, DateTimeOffset expiresAt, DateTimeOffset now, CancellationToken stopping)
    {
        await using var command = Command(AddLink, hash, now);
        command.Parameters.AddWithValue("expires_at", expiresAt);
        await command.ExecuteNonQueryAsync(stopping);
    }

    public async Task<bool> IsLinkOpenAsync(byte[] hash, DateTimeOffset now, CancellationToken stopping)
    {
        await using var command = Command(FindLink, hash, now);
        return await command.ExecuteScalarAsync(stopping) is Guid;
    }

    public async Task<Guid?> RedeemLinkAsync(byte[] hash, DateTimeOffset now, CancellationToken stopping)
    {
        await using var command = Command(RedeemLink, hash, now);
        return await command.ExecuteScalarAsync(stopping) as Guid?;
    }

    public async Task AddSessionAsync(
        byte[] hash, Guid project, DateTimeOffset expiresAt, DateTimeOffset now, CancellationToken stopping)
    {
        await using var command = Command(Add, hash, now);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("expires_at", expiresAt);
        await command.ExecuteNonQueryAsync(stopping);
    }

    public async Task<Session?> FindSessionAsync(byte[] hash, DateTimeOffset now, CancellationToken stopping)
    {
        await using var command = Command(Find, hash, now);
        await using var reader = await command.ExecuteReaderAsync(stopping);
        return await reader.ReadAsync(stopping)
            ? Read(reader)
            : null;
    }

    public async Task RenewSessionAsync(byte[] hash, DateTimeOffset expiresAt, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Renew);
        command.Parameters.AddWithValue("hash", hash);
        command.Parameters.AddWithValue("expires_at", expiresAt);
        await command.ExecuteNonQueryAsync(stopping);
    }

    public async Task EndSessionAsync(byte[] hash, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(End);
        command.Parameters.AddWithValue("hash", hash);
        await command.ExecuteNonQueryAsync(stopping);
    }

    static Session Read(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetFieldValue<DateTimeOffset>(1));

    NpgsqlCommand Command(string sql, byte[] hash, DateTimeOffset now)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("hash", hash);
        command.Parameters.AddWithValue("now", now);
        return command;
    }
}
