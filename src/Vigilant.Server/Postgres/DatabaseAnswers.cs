using System.Net.Sockets;
using Npgsql;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Postgres;

sealed class DatabaseAnswers(NpgsqlDataSource database) : IReadinessPart
{
    static readonly string Ask = Sql.Read("Postgres/answers.sql");

    public string Name => "database";

    public async Task<string?> FindTroubleAsync(CancellationToken stopping)
    {
        try
        {
            await using var command = database.CreateCommand(Ask);
            await command.ExecuteScalarAsync(stopping);
            return null;
        }
        catch (Exception away) when (away is NpgsqlException or SocketException or TimeoutException)
        {
            // The message can name hosts; the page is open to all.
            return "The database does not answer; the log says why.";
        }
    }
}
