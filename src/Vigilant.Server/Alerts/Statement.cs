using Npgsql;
using NpgsqlTypes;

namespace Vigilant.Server.Alerts;

/// <summary>One statement on an open connection, with its parameters by name.</summary>
sealed class Statement(NpgsqlConnection connection, string text)
{
    readonly List<NpgsqlParameter> _parameters = [];

    public Statement With(string name, object? value)
    {
        _parameters.Add(new NpgsqlParameter(name, value ?? DBNull.Value));
        return this;
    }

    public Statement WithJson(string name, string[] documents)
    {
        _parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.Array | NpgsqlDbType.Jsonb) { Value = documents });
        return this;
    }

    public async Task<List<T>> ReadAsync<T>(Func<NpgsqlDataReader, T> map, CancellationToken stopping)
    {
        await using var command = Command();
        await using var reader = await command.ExecuteReaderAsync(stopping);
        var rows = new List<T>();
        while (await reader.ReadAsync(stopping))
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    public async Task<int> ExecuteAsync(CancellationToken stopping)
    {
        await using var command = Command();
        return await command.ExecuteNonQueryAsync(stopping);
    }

    NpgsqlCommand Command()
    {
        var command = new NpgsqlCommand(text, connection);
        command.Parameters.AddRange(_parameters.ToArray());
        return command;
    }
}
