using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Vigilant.Server.Postgres;

/// <summary>Brings the database to this program's schema: forward only, each file once, in a transaction, under a lock.</summary>
sealed class Migrator(NpgsqlDataSource database)
{
    const string Folder = "Postgres/Migrations/";
    static readonly string Prepare = Sql.Read("Postgres/migrations_prepare.sql");
    static readonly string Applied = Sql.Read("Postgres/migrations_applied.sql");
    static readonly string Record = Sql.Read("Postgres/migrations_record.sql");

    public async Task MigrateAsync(CancellationToken stopping)
    {
        var known = Migrations();
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        await ExecuteAsync(connection, Prepare, stopping);
        var applied = await ReadAppliedAsync(connection, stopping);
        Refuse(applied, known);
        var missing = known.FindAll(migration => !applied.ContainsKey(migration.Name));
        foreach (var migration in missing)
        {
            await ExecuteAsync(connection, migration.Text, stopping);
            await RecordAsync(connection, migration, stopping);
        }

        await transaction.CommitAsync(stopping);
        if (missing.Count > 0)
        {
            // What a migration sets for the database holds for connections that are made after it.
            database.Clear();
        }
    }

    static List<Migration> Migrations() =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Migration.Of(name[Folder.Length..], Sql.Read(name)))];

    static void Refuse(Dictionary<string, string> applied, List<Migration> known)
    {
        foreach (var (name, checksum) in applied)
        {
            var mine = known.Find(migration => migration.Name == name)
                ?? throw new InvalidOperationException(
                    $"The database holds the migration '{name}', which this version of Vigilant does not know. Start a newer version.");
            if (mine.Checksum != checksum)
            {
                throw new InvalidOperationException(
                    $"The migration '{name}' was changed after it had been applied. Start the version that the database came from.");
            }
        }
    }

    static async Task<Dictionary<string, string>> ReadAppliedAsync(NpgsqlConnection connection, CancellationToken stopping)
    {
        var applied = new Dictionary<string, string>();
        await using var command = new NpgsqlCommand(Applied, connection);
        await using var reader = await command.ExecuteReaderAsync(stopping);
        while (await reader.ReadAsync(stopping))
        {
            applied[reader.GetString(0)] = reader.GetString(1);
        }

        return applied;
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string text, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync(stopping);
    }

    static async Task RecordAsync(NpgsqlConnection connection, Migration migration, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(Record, connection);
        command.Parameters.AddWithValue("name", migration.Name);
        command.Parameters.AddWithValue("checksum", migration.Checksum);
        await command.ExecuteNonQueryAsync(stopping);
    }

    sealed record Migration(string Name, string Text, string Checksum)
    {
        public static Migration Of(string name, string text) =>
            new(name, text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }
}
