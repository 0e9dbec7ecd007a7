using System.Text;

namespace Vigilant.Server.Postgres.PrivateServer;

/// <summary>PostgreSQL's settings for a small machine: little memory, no network, and never an acknowledged row lost.</summary>
static class ClusterSettings
{
    static readonly Dictionary<string, string> Ours = new()
    {
        ["listen_addresses"] = "",
        ["unix_socket_permissions"] = "0700",
        ["port"] = "5432",
        ["fsync"] = "on",
        ["full_page_writes"] = "on",
        ["synchronous_commit"] = "on",
    };

    static readonly Dictionary<string, string> Chosen = new()
    {
        ["max_connections"] = "100",
        ["shared_buffers"] = "128MB",
        ["work_mem"] = "4MB",
        ["maintenance_work_mem"] = "64MB",
        ["effective_cache_size"] = "512MB",
        ["huge_pages"] = "try",
        ["wal_level"] = "replica",
        ["wal_compression"] = "lz4",
        ["wal_buffers"] = "16MB",
        ["min_wal_size"] = "256MB",
        ["max_wal_size"] = "768MB",
        ["checkpoint_timeout"] = "5min",
        ["checkpoint_completion_target"] = "0.9",
        ["recovery_init_sync_method"] = "syncfs",
        ["random_page_cost"] = "1.1",
        ["jit"] = "off",
        ["max_parallel_workers_per_gather"] = "0",
        ["autovacuum_naptime"] = "15s",
        ["autovacuum_vacuum_cost_delay"] = "1ms",
        ["idle_in_transaction_session_timeout"] = "3s",
        ["timezone"] = "UTC",
        ["log_timezone"] = "UTC",
        ["log_min_messages"] = "log",
        ["log_checkpoints"] = "off",
        ["log_line_prefix"] = "%m [%p] ",
    };

    public static bool IsOurs(string setting) => setting is "unix_socket_directories" || Ours.ContainsKey(setting);

    /// <summary>Writes the whole file anew, so that what a newer version chooses holds at its next start.</summary>
    public static void Write(ClusterPlace place, IReadOnlyDictionary<string, string> wanted)
    {
        var settings = new SortedDictionary<string, string>(Chosen, StringComparer.Ordinal);
        foreach (var (name, value) in wanted.Concat(Ours))
        {
            settings[name] = value;
        }

        settings["unix_socket_directories"] = place.Socket;
        var text = new StringBuilder("# Vigilant writes this file at each start: set Vigilant:Postgres:Settings instead.\n");
        foreach (var (name, value) in settings)
        {
            text.Append(name).Append(" = '").Append(value.Replace("'", "''", StringComparison.Ordinal)).Append("'\n");
        }

        File.WriteAllText(Path.Combine(place.Cluster, "postgresql.conf"), text.ToString());
    }
}
