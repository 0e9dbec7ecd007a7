namespace Vigilant.Server.Postgres.PrivateServer;

/// <param name="Data">The data folder, which people know.</param>
/// <param name="Cluster">PostgreSQL's own folder, usually inside it.</param>
/// <param name="Socket">The folder of its Unix socket.</param>
sealed record ClusterPlace(string Data, string Cluster, string Socket, ClusterUser User)
{
    public string Home => Path.GetDirectoryName(Cluster)!;

    public string Log => Path.Combine(Cluster, "server.log");

    public string Ballast => Path.Combine(Home, "ballast");

    public bool IsElsewhere => Home != Data;

    public bool IsInitialized => File.Exists(Path.Combine(Cluster, "PG_VERSION"));

    public int Major => int.Parse(
        File.ReadAllText(Path.Combine(Cluster, "PG_VERSION")).Trim(), System.Globalization.CultureInfo.InvariantCulture);
}
