using System.Text.RegularExpressions;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Architecture;

public sealed partial class SliceTests
{
    /// <summary>The flow. A slice uses those before it; Access, which every endpoint asks, comes first.</summary>
    static readonly string[] Flow =
        ["Access", "Jobs", "Signals", "Runs", "Detection", "Alerts", "Notifications", "Dispatch", "Status", "Pages"];

    static readonly string[] Ground = ["Hosting", "Postgres"];

    [Fact]
    public void A_slice_uses_only_the_ground_and_slices_before_it_in_the_flow()
    {
        var wrong =
            from file in Repository.Files("src/Vigilant.Server", "*.cs")
            let slice = SliceOf(file.Path)
            where slice is not null
            from used in Uses(file.Text)
            where used != slice && !Ground.Contains(used) && !(Array.IndexOf(Flow, used) < Array.IndexOf(Flow, slice))
            select $"{file.Path} uses {used}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_folder_of_the_server_is_a_slice_or_the_ground()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src/Vigilant.Server")).Select(Path.GetFileName);
        Assert.Empty(folders.Except([.. Flow, .. Ground, "bin", "obj", "Properties", "wwwroot"]));
    }

    [Fact]
    public void The_program_names_the_slices_in_the_order_of_the_flow()
    {
        var program = File.ReadAllText(Path.Combine(Repository.Root, "src/Vigilant.Server/Program.cs"));
        var added = Added().Matches(program).Select(match => match.Groups[1].Value).Where(Flow.Contains).ToArray();

        Assert.NotEmpty(added);
        Assert.Equal(added.OrderBy(slice => Array.IndexOf(Flow, slice)), added);
    }

    [Fact]
    public void The_rules_know_nothing_of_the_server()
    {
        var wrong = Repository.Files("src/Vigilant.Domain", "*.cs")
            .Concat(Repository.Files("src/Vigilant.Contracts", "*.cs"))
            .Where(file => file.Text.Contains("Vigilant.Server", StringComparison.Ordinal)
                || file.Text.Contains("Npgsql", StringComparison.Ordinal))
            .Select(file => file.Path);
        Assert.Empty(wrong);
    }

    // Only Program.cs lies beside the folders: it is the map and names them all.
    static string? SliceOf(string path) => path.Split('/') is [_, _, var slice, _, ..] ? slice : null;

    static IEnumerable<string> Uses(string text) => Used().Matches(text).Select(match => match.Groups[1].Value).Distinct();

    [GeneratedRegex(@"Vigilant\.Server\.([A-Z]\w+)")]
    private static partial Regex Used();

    [GeneratedRegex(@"\.Add(\w+)\(\)")]
    private static partial Regex Added();
}
