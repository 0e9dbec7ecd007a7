namespace Vigilant.Server.Postgres.PrivateServer;

/// <summary>What a PostgreSQL server that was killed leaves behind, and what keeps the next one from starting.</summary>
static class Leftovers
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for its sessions to end, then removes its pid file.</summary>
    public static async Task ClearAsync(string cluster, TimeProvider clock, CancellationToken stopping)
    {
        var file = Path.Combine(cluster, "postmaster.pid");
        if (File.Exists(file) && await AllEndAsync(cluster, clock, stopping))
        {
            // PostgreSQL takes any process with that id for itself, even one that has ended but whose parent has not asked.
            // With nobody left in the folder, there is nothing that the file could guard.
            File.Delete(file);
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
