using Vigilant.Server.Hosting;

namespace Vigilant.Server.Postgres.PrivateServer;

/// <summary>Makes a new cluster beside its place and moves it there when it is whole: a crash leaves nothing half made.</summary>
sealed class ClusterMaker(ClusterPlace place, Binaries binaries)
{
    readonly string _unfinished = place.Cluster + ".new";

    public async Task MakeAsync(CancellationToken stopping)
    {
        RemoveUnfinished();
        await place.User.MakeFolderAsync(_unfinished, stopping);
        var made = await Tool.RunAsync(place.User, binaries.InitDb, Arguments(), stopping);
        if (!made.Worked)
        {
            RemoveUnfinished();
            throw new StartRefusedException($"PostgreSQL could not make its files in {place.Cluster}:\n{made.Output.Trim()}");
        }

        Directory.Move(_unfinished, place.Cluster);
    }

    string[] Arguments() =>
    [
        "-D", _unfinished, "--username=" + PrivateConnection.User, "--data-checksums", "--locale=C", "--encoding=UTF8",
        "--auth-local=trust", "--auth-host=reject",
    ];

    void RemoveUnfinished()
    {
        if (Directory.Exists(_unfinished))
        {
            Directory.Delete(_unfinished, recursive: true);
        }
    }
}
