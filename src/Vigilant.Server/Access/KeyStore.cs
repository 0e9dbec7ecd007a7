using Npgsql;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Access;

/// <summary>Projects and their keys.</summary>
sealed class KeyStore(NpgsqlDataSource database)
{
    static readonly string Find = Sql.Of<KeyStore>("api_key_find.sql");
    static readonly string TakeTurns = Sql.Of<KeyStore>("project_take_turns.sql");
    static readonly string First = Sql.Of<KeyStore>("project_first.sql");
    static readonly string CreateProject = Sql.Of<KeyStore>("project_create.sql");
    static readonly string SetPingKey = Sql.Of<KeyStore>("project_set_ping_key.sql");
    static readonly string CountKeys = Sql.Of<KeyStore>("api_key_count.sql");
    static readonly string AddKey = Sql.Of<KeyStore>("api_key_add.sql");

    public async Task<Guid?> FindProjectAsync(byte[] hash, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.AddWithValue("hash", hash);
        return await command.ExecuteScalarAsync(stopping) as Guid?;
    }

    /// <summary>Makes the first project when there is none, and gives it the configured keys, or new ones where it has none.</summary>
    /// <returns>The project, and the API key that was made for it; null when none was.</returns>
    public async Task<(Guid Project, string? NewApiKey)> PrepareFirstAsync(
        AccessOptions options, DateTimeOffset now, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        await using (var turns = new NpgsqlCommand(TakeTurns, connection))
        {
            await turns.ExecuteNonQueryAsync(stopping);
        }

        var project = await PrepareProjectAsync(connection, options.PingKey, now, stopping);
        var made = await PrepareApiKeyAsync(connection, project, options.ApiKey, now, stopping);
        await transaction.CommitAsync(stopping);
        return (project, made);
    }

    static async Task<Guid> PrepareProjectAsync(
        NpgsqlConnection connection, string? pingKey, DateTimeOffset now, CancellationToken stopping)
    {
        await using var first = new NpgsqlCommand(First, connection);
        if (await first.ExecuteScalarAsync(stopping) is not Guid project)
        {
            return await CreateProjectAsync(connection, pingKey ?? Keys.New(Keys.PingKeyLength), now, stopping);
        }

        if (pingKey is not null)
        {
            await using var set = new NpgsqlCommand(SetPingKey, connection);
            set.Parameters.AddWithValue("project", project);
            set.Parameters.AddWithValue("ping_key", pingKey);
            await set.ExecuteNonQueryAsync(stopping);
        }

        return project;
    }

    static async Task<Guid> CreateProjectAsync(
        NpgsqlConnection connection, string pingKey, DateTimeOffset now, CancellationToken stopping)
    {
        var project = Guid.CreateVersion7(now);
        await using var create = new NpgsqlCommand(CreateProject, connection);
        create.Parameters.AddWithValue("id", project);
        create.Parameters.AddWithValue("name", "default");
        create.Parameters.AddWithValue("ping_key", pingKey);
        create.Parameters.AddWithValue("now", now);
        await create.ExecuteNonQueryAsync(stopping);
        return project;
    }

    static async Task<string?> PrepareApiKeyAsync(
        NpgsqlConnection connection, Guid project, string? configured, DateTimeOffset now, CancellationToken stopping)
    {
        if (configured is not null)
        {
            await AddKeyAsync(connection, project, "configured", configured, now, stopping);
            return null;
        }

        await using var count = new NpgsqlCommand(CountKeys, connection);
        count.Parameters.AddWithValue("project", project);
        if (await count.ExecuteScalarAsync(stopping) is > 0L)
        {
            return null;
        }

        var made = Keys.New(Keys.ApiKeyLength);
        await AddKeyAsync(connection, project, "first", made, now, stopping);
        return made;
    }

    static async Task AddKeyAsync(
        NpgsqlConnection connection, Guid project, string name, string key, DateTimeOffset now, CancellationToken stopping)
    {
        await using var add = new NpgsqlCommand(AddKey, connection);
        add.Parameters.AddWithValue("id", Guid.CreateVersion7(now));
        add.Parameters.AddWithValue("project", project);
        add.Parameters.AddWithValue("name", name);
        add.Parameters.AddWithValue("hash", Keys.Hash(key));
        add.Parameters.AddWithValue("now", now);
        await add.ExecuteNonQueryAsync(stopping);
    }
}
