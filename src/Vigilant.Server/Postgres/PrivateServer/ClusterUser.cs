using Vigilant.Server.Hosting;

namespace Vigilant.Server.Postgres.PrivateServer;

/// <summary>The user that PostgreSQL runs as: ourselves, or somebody harmless when we are root, which it refuses.</summary>
/// <param name="Other">The name, the user id and the group id of somebody else; null: ourselves.</param>
sealed record ClusterUser((string Name, string Id, string Group)? Other)
{
    public static readonly ClusterUser Current = new(Other: null);

    static readonly string[] Harmless = ["postgres", "nobody"];

    /// <summary>What to put before a command so that it runs as this user.</summary>
    public IEnumerable<string> Prefix => Other is { } other
        ? ["setpriv", $"--reuid={other.Id}", $"--regid={other.Group}", "--clear-groups", "--"]
        : [];

    public string Name => Other?.Name ?? Environment.UserName;

    /// <summary>The owner of a cluster that exists goes on owning it.</summary>
    public static async Task<ClusterUser> ChooseAsync(string cluster, CancellationToken stopping)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return Current;
        }

        var owner = await OwnerOfAsync(cluster, stopping);
        return owner is null or "root" ? Harmless.Select(Find).FirstOrDefault(user => user is not null) ?? throw Nobody() : Find(owner) ?? throw Nobody();
    }

    public static async Task<string?> OwnerOfAsync(string path, CancellationToken stopping)
    {
        if (!Directory.Exists(path))
        {
            return null;
        }

        var answer = await Tool.RunAsync(Current, "stat", ["-c", "%U", path], stopping);
        return answer.Worked ? answer.Output.Trim() : null;
    }

    public async Task<bool> ReachesAsync(string folder, CancellationToken stopping) =>
        Other is null || (await Tool.RunAsync(this, "test", ["-x", folder], stopping)).Worked;

    /// <summary>Makes a folder that only this user can enter.</summary>
    public async Task MakeFolderAsync(string path, CancellationToken stopping)
    {
        string[] owner = Other is { } other ? ["-o", other.Id, "-g", other.Group] : [];
        var made = await Tool.RunAsync(Current, "install", ["-d", "-m", "700", .. owner, path], stopping);
        if (!made.Worked)
        {
            throw new StartRefusedException($"The folder {path} could not be made: {made.Output.Trim()}");
        }
    }

    static ClusterUser? Find(string name) =>
        File.ReadLines("/etc/passwd")
            .Select(line => line.Split(':'))
            .Where(fields => fields.Length > 3 && fields[0] == name)
            .Select(fields => new ClusterUser((fields[0], fields[2], fields[3])))
            .FirstOrDefault();

    static StartRefusedException Nobody() => new(
        "PostgreSQL does not run as root, and no user 'postgres' or 'nobody' exists. Start Vigilant as another user.");
}
