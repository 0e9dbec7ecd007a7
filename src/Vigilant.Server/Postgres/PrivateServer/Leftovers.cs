namespace Vigilant.Server.Postgres.PrivateServer;

/// <summary>What a PostgreSQL server that was killed leaves behind, and what keeps the next one from starting.</summary>
static class Leftovers
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for its sessions to end, then removes the files that name its process.</summary>
    public static async Task ClearAsync(ClusterPlace place, TimeProvider clock, CancellationToken stopping)
    {
        string[] files = [Path.Combine(place.Cluster, "postmaster.pid"), Path.Combine(place.Socket, ".s.PGSQL.5432.lock")];
        if (files.Any(File.Exists) && await AllEndAsync(place.Cluster, clock, stopping))
        {
            // PostgreSQL takes any process with that id for itself, even one that has ended but whose parent has not asked.
            // With nobody left in the folder, there is nothing that the files could guard.
            Array.ForEach(files, File.Delete);
        }
    }

    static async Task<bool> AllEndAsync(string cluster, TimeProvider clock, CancellationToken stopping)
    {
        var since = clock.GetTimestamp();
        while (Postmaster.ProcessesIn(cluster).Any())
        {
            if (clock.GetElapsedTime(since) > Patience)
            {
                return false;
            }

            await Task.Delay(Glance, clock, stopping);
        }

        return true;
    }
}
