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

    /// <summary>The ids of all processes that work in a folder, as each of a server's does in its cluster.</summary>
    public static IEnumerable<int> ProcessesIn(string folder) =>
        Directory.EnumerateDirectories("/proc")
            .Select(process => int.TryParse(Path.GetFileName(process), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : 0)
            .Where(pid => pid > 0 && RunsIn(pid, folder));

    // The id may have gone to another process after a restart of the machine. A process that has ended and that nobody
    // asked about works nowhere any more.
    static bool RunsIn(int pid, string folder)
    {
        try
        {
            return Directory.ResolveLinkTarget($"/proc/{pid}/cwd", returnFinalTarget: false)?.FullName == Real(folder);
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
