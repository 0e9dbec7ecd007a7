using Npgsql;
using Vigilant.Dashboard.Layout;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Pages;

sealed class FrameStore(NpgsqlDataSource database) : IPageFrame
{
    static readonly string Read = Sql.Of<FrameStore>("frame.sql");

    public async Task<Frame> ReadAsync(Guid project, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Read);
        command.Parameters.AddWithValue("project", project);
        await using var reader = await command.ExecuteReaderAsync(stopping);
        await reader.ReadAsync(stopping);
        return new Frame(reader.GetInt32(0), reader.GetBoolean(1), reader.GetInt32(2));
    }
}
