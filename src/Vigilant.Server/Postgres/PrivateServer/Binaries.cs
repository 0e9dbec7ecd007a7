using System.Globalization;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Postgres.PrivateServer;

/// <summary>The folder of an installed PostgreSQL.</summary>
sealed record Binaries(string Folder)
{
    const int Oldest = 15;
    const string Debian = "/usr/lib/postgresql";
    static readonly string[] Tools = ["initdb", "pg_ctl", "postgres"];

    public string InitDb => Path.Combine(Folder, "initdb");

    public string PgCtl => Path.Combine(Folder, "pg_ctl");

    /// <summary>Finds those that can read the cluster (its major version), or the newest for a new one.</summary>
    public static async Task<Binaries> FindAsync(string? configured, int? major, CancellationToken stopping)
    {
        var found = new List<(int Major, string Folder)>();
        foreach (var folder in Candidates(configured))
        {
            if (await MajorOfAsync(folder, stopping) is { } version)
            {
                found.Add((version, folder));
            }
        }

        var fitting = found.Where(one => major is null ? one.Major >= Oldest : one.Major == major).ToArray();
        return fitting.Length > 0 ? new Binaries(fitting.MaxBy(one => one.Major).Folder) : throw Missing(major, found);
    }

    static IEnumerable<string> Candidates(string? configured) =>
        configured is not null
            ? [configured]
            : Installed().Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')).Where(IsComplete).Distinct();

    static IEnumerable<string> Installed() =>
        Directory.Exists(Debian) ? Directory.EnumerateDirectories(Debian).Select(version => Path.Combine(version, "bin")) : [];

    static bool IsComplete(string folder) =>
        folder.Length > 0 && Tools.All(tool => File.Exists(Path.Combine(folder, tool)));

    // Debian's folder is named by the version; others are asked.
    static async Task<int?> MajorOfAsync(string folder, CancellationToken stopping)
    {
        if (folder.StartsWith(Debian, StringComparison.Ordinal) && Parse(folder.Split('/')[^2]) is { } named)
        {
            return named;
        }

        var answer = await Tool.RunAsync(ClusterUser.Current, Path.Combine(folder, "postgres"), ["--version"], stopping);
        return Parse(answer.Output.Split(' ').FirstOrDefault(word => word.Length > 0 && char.IsAsciiDigit(word[0])) ?? "");
    }

    static int? Parse(string version) =>
        int.TryParse(version.Trim().Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;

    static StartRefusedException Missing(int? major, List<(int Major, string Folder)> found)
    {
        var have = found.Count == 0 ? "none was found" : $"found: {string.Join(", ", found.Select(one => one.Major))}";
        return new StartRefusedException(major is null
            ? $"PostgreSQL {Oldest} or newer is needed, and {have}. Install it (apt-get install postgresql), name its bin folder in "
                + "Vigilant:Postgres:Bin, or use an external server with --database."
            : $"The data folder was made by PostgreSQL {major}, and {have}. Install version {major} (apt-get install "
                + $"postgresql-{major}), or name its bin folder in Vigilant:Postgres:Bin.");
    }
}
