using Npgsql;
using Vigilant.Dashboard.Channels;
using Vigilant.Dashboard.Layout;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Pages;

sealed class ChannelBoard(NpgsqlDataSource database) : IChannelBoard
{
    static readonly string All = Sql.Of<ChannelBoard>("channels.sql");

    public async Task<ValueList<ChannelRow>> ListAsync(Guid project, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(All);
        command.Parameters.AddWithValue("project", project);
        return new(await command.ReadAllAsync(Read, stopping));
    }

    static ChannelRow Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetBoolean(4),
        row.GetBoolean(5),
        row.TimeOrNull(6),
        row.TextOrNull(7),
        row.TextOrNull(8),
        row.IsDBNull(9) ? null : new LastDelivery(row.GetString(9), row.GetString(10), row.Time(11)));
}
