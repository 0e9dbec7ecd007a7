using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Notifications;

/// <summary>The channels of projects, and how they do.</summary>
sealed class ChannelStore(NpgsqlDataSource database)
{
    static readonly string Add = Sql.Of<ChannelStore>("channel_add.sql");
    static readonly string List = Sql.Of<ChannelStore>("channel_list.sql");
    static readonly string Replace = Sql.Of<ChannelStore>("channel_replace.sql");
    static readonly string Delete = Sql.Of<ChannelStore>("channel_delete.sql");
    static readonly string Test = Sql.Of<ChannelStore>("channel_test.sql");

    /// <summary>False when the name is taken.</summary>
    public async Task<bool> AddAsync(Guid project, ChannelRow channel, CancellationToken stopping)
    {
        await using var command = OfSettings(Add, project, channel);
        command.Parameters.AddWithValue("kind", channel.Kind);
        command.Parameters.AddWithValue("now", channel.CreatedAt);
        command.Parameters.Add(new NpgsqlParameter("secret", NpgsqlDbType.Text)
        {
            Value = channel.Secret is null ? DBNull.Value : channel.Secret,
        });
        return await command.ExecuteNonQueryAsync(stopping) == 1;
    }

    /// <summary>All channels of the project by name, with since when and how each fails.</summary>
    public async Task<IReadOnlyList<ChannelRow>> ListAsync(Guid project, CancellationToken stopping) =>
        await ReadAsync(project, null, stopping);

    public async Task<ChannelRow?> FindAsync(Guid project, Guid id, CancellationToken stopping) =>
        (await ReadAsync(project, id, stopping)).SingleOrDefault();

    /// <summary>False when the name belongs to another channel, or this one is gone.</summary>
    public async Task<bool> ReplaceAsync(Guid project, ChannelRow channel, CancellationToken stopping)
    {
        await using var command = OfSettings(Replace, project, channel);
        return await command.ExecuteNonQueryAsync(stopping) == 1;
    }

    public async Task<bool> DeleteAsync(Guid project, Guid id, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Delete);
        command.Parameters.AddWithValue("project_id", project);
        command.Parameters.AddWithValue("id", id);
        return await command.ExecuteNonQueryAsync(stopping) == 1;
    }

    /// <summary>Puts a test notification in the way that all others go; its id.</summary>
    public async Task<Guid> TestAsync(Guid project, ChannelRow channel, DateTimeOffset now, CancellationToken stopping)
    {
        var id = Guid.CreateVersion7(now);
        await using var command = database.CreateCommand(Test);
        command.Parameters.AddWithValue("id", id);
        command.Parameters.AddWithValue("project_id", project);
        command.Parameters.AddWithValue("channel_id", channel.Id);
        command.Parameters.AddWithValue("content", TestContent.Of(channel, now));
        command.Parameters.AddWithValue("now", now);
        await command.ExecuteNonQueryAsync(stopping);
        return id;
    }

    async Task<IReadOnlyList<ChannelRow>> ReadAsync(Guid project, Guid? id, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(List);
        command.Parameters.AddWithValue("project_id", project);
        command.Parameters.Add(new NpgsqlParameter("id", NpgsqlDbType.Uuid) { Value = id.OrNull() });
        await using var reader = await command.ExecuteReaderAsync(stopping);
        var channels = new List<ChannelRow>();
        while (await reader.ReadAsync(stopping))
        {
            channels.Add(Read(reader));
        }

        return channels;
    }

    NpgsqlCommand OfSettings(string sql, Guid project, ChannelRow channel)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("project_id", project);
        command.Parameters.AddWithValue("id", channel.Id);
        command.Parameters.AddWithValue("name", channel.Name);
        command.Parameters.AddWithValue("settings", channel.Settings.ToJsonString());
        command.Parameters.AddWithValue("fallback", channel.Fallback);
        command.Parameters.AddWithValue("enabled", channel.Enabled);
        return command;
    }

    static ChannelRow Read(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetString(1), row.GetString(2), JsonNode.Parse(row.GetString(3)) as JsonObject ?? [])
        {
            Fallback = row.GetBoolean(4),
            Enabled = row.GetBoolean(5),
            CreatedAt = row.GetFieldValue<DateTimeOffset>(6),
            FailingSince = row.Time(7),
            LastError = row.Text(8),
            DisabledWhy = row.Text(9),
            Secret = row.Text(10),
        };
}
