using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Vigilant.Server.Hosting;
using Vigilant.Server.Hosting.Settings;

namespace Vigilant.Server.Postgres.PrivateServer;

/// <summary>Decides once where the private server's files and socket lie.</summary>
sealed class ClusterPlaces(IOptions<DataOptions> options)
{
    const string SystemFolder = "/var/lib/vigilant";

    /// <summary>A Unix socket's whole path has room for 107 bytes, and its name takes 15.</summary>
    const int LongestSocketFolder = 90;

    readonly Lazy<ClusterPlace> _place = new(() => DecideAsync(options.Value.FullPath, CancellationToken.None).GetAwaiter().GetResult());

    public ClusterPlace Place => _place.Value;

    /// <summary>Makes the folders, and notes in the data folder where the cluster is when it is elsewhere.</summary>
    public void Prepare()
    {
        MakeDataFolder(Place.Data);
        if (Place.IsElsewhere)
        {
            Directory.CreateDirectory(Place.Home);
            File.WriteAllText(NoteFile(Place.Data), Place.Cluster + "\n");
        }
    }

    // Looks only: settings are also looked at without a start.
    static async Task<ClusterPlace> DecideAsync(string data, CancellationToken stopping)
    {
        var cluster = Noted(data) ?? Path.Combine(data, "postgres");
        var user = await ClusterUser.ChooseAsync(cluster, stopping);
        if (!await user.ReachesAsync(Existing(Path.GetDirectoryName(cluster)!), stopping))
        {
            cluster = Elsewhere(data, cluster, user);
        }

        return new ClusterPlace(data, cluster, SocketFolder(cluster), user);
    }

    static string Existing(string folder) => Directory.Exists(folder) ? folder : Existing(Path.GetDirectoryName(folder)!);

    static void MakeDataFolder(string data)
    {
        try
        {
            // As root the database belongs to somebody else, who has to pass through here.
            const UnixFileMode mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            const UnixFileMode pass = mine | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
            Directory.CreateDirectory(data, Environment.IsPrivilegedProcess ? pass : mine);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The data folder {data} could not be made: {error.Message} Choose another with --data.");
        }
    }

    // A database that exists is never left behind for an empty one.
    static string Elsewhere(string data, string cluster, ClusterUser user) =>
        Directory.Exists(cluster)
            ? throw new StartRefusedException(
                $"The user '{user.Name}', which the database in {cluster} belongs to, can no longer enter that folder. "
                + "Let it pass through every folder on the way (chmod o+x), and start again.")
            : Path.Combine(SystemFolder, Hash(data), "postgres");

    static string? Noted(string data) => File.Exists(NoteFile(data)) ? File.ReadAllText(NoteFile(data)).Trim() : null;

    static string NoteFile(string data) => Path.Combine(data, "postgres.place");

    static string SocketFolder(string cluster)
    {
        var beside = Path.Combine(Path.GetDirectoryName(cluster)!, "socket");
        return Encoding.UTF8.GetByteCount(beside) <= LongestSocketFolder ? beside : ShortSocketFolder(Hash(cluster));
    }

    static string ShortSocketFolder(string hash) =>
        Environment.IsPrivilegedProcess ? $"/run/vigilant/{hash}"
        : Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 and < 60 } runtime && Directory.Exists(runtime)
            ? Path.Combine(runtime, $"vigilant-{hash}")
        : $"/tmp/vigilant-{Environment.UserName}-{hash}";

    static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];
}
