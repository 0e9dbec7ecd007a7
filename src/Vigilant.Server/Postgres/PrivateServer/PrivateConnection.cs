using Npgsql;

namespace Vigilant.Server.Postgres.PrivateServer;

/// <summary>How the private server is reached. Only its own user and root pass the folder of its socket, so no password guards it.</summary>
static class PrivateConnection
{
    public const string User = "vigilant";

    // The database that initdb makes: another one would cost a start-up step and give nothing.
    const string Database = "postgres";

    public static string StringFor(ClusterPlace place) => new NpgsqlConnectionStringBuilder
    {
        Host = place.Socket,
        Username = User,
        Database = Database,
        MaxPoolSize = 60,
    }.ConnectionString;
}
