using System.Globalization;

namespace Vigilant.Server.Postgres.PrivateServer;

/// <summary>What PostgreSQL's own pid file says, believed only when the process is really there and in that folder.</summary>
sealed record Postmaster(int Pid, string Socket, bool IsReady)
{
    const int SocketLine = 4;
    const int StatusLine = 7;

    /// <summary>The running server of a cluster; null when none runs.</summary>
    public static Postmaster? Of(string cluster)
    {
        try
        {
            var lines = File.ReadAllLines(Path.Combine(cluster, "postmaster.pid"));
            return lines.Length > SocketLine
                && int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
                && RunsIn(pid, cluster)
                    ? new Postmaster(pid, lines[SocketLine], lines.Length > StatusLine && lines[StatusLine].Trim() == "ready")
                    : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    // The id may have gone to another process after a restart of the machine; a server's working folder is its cluster.
    // A zombie has none.
    static bool RunsIn(int pid, string cluster)
    {
        try
        {
            return Directory.ResolveLinkTarget($"/proc/{pid}/cwd", returnFinalTarget: false)?.FullName == Real(cluster);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // Every folder on the way may be a link.
    static string Real(string path)
    {
        var parent = Path.GetDirectoryName(path);
        var real = parent is null ? path : Path.Combine(Real(parent), Path.GetFileName(path));
        return Directory.ResolveLinkTarget(real, returnFinalTarget: true) is { } target ? Real(target.FullName) : real;
    }
}
