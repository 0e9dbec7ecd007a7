using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Architecture;

public sealed partial class CodeTests
{
    const int LongestFile = 300;

    /// <summary>Where everything may be caught, and why. A catch with a list of types behind "is" needs no place here.</summary>
    static readonly Dictionary<string, string> CatchesEverything = new()
    {
        ["src/Vigilant.Server/Hosting/PassLoop.cs"] = "the one loop, which cannot die",
        ["src/Vigilant.Server/Runs/BatchWriter.cs"] = "a batch that fails is halved until the culprit stands alone",
        ["src/Vigilant.Server/Alerts/EvaluateVerdicts.cs"] = "a verdict that fails is parked alone and holds no other",
        ["src/Vigilant.Server/Notifications/Outbound/OutboundConnector.cs"] = "closes the socket it opened and throws on",
    };

    [Fact]
    public void Only_the_loop_and_a_few_named_places_catch_everything()
    {
        var wrong = Repository.Files("src", "*.cs")
            .Where(file => CatchAll().IsMatch(file.Text) && !CatchesEverything.ContainsKey(file.Path))
            .Select(file => file.Path);
        Assert.Empty(wrong);
        Assert.All(CatchesEverything.Keys, file => Assert.True(File.Exists(Path.Combine(Repository.Root, file)), file));
    }

    [Fact]
    public void No_file_is_longer_than_300_lines()
    {
        var wrong = new[] { "*.cs", "*.sql", "*.razor", "*.css", "*.js" }
            .SelectMany(pattern => Repository.Files("src", pattern))
            .Where(file => !file.Path.Contains("/wwwroot/lib/", StringComparison.Ordinal) && !file.Path.Contains("/wwwroot/dist/", StringComparison.Ordinal))
            .Where(file => file.Text.AsSpan().Count('\n') > LongestFile)
            .Select(file => file.Path);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_options_class_has_rules_and_is_known_at_the_start()
    {
        var slices = string.Concat(Repository.Files("src/Vigilant.Server", "*.cs").Select(file => file.Text));
        var types = typeof(Program).Assembly.GetTypes();
        var ruled = types
            .SelectMany(type => type.GetInterfaces())
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IValidateOptions<>))
            .Select(type => type.GetGenericArguments()[0])
            .ToHashSet();
        var wrong = types
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && !IsPartOfAnother(type, types))
            .Where(type => !ruled.Contains(type) || !slices.Contains($"AddVigilantOptions<{type.Name}, ", StringComparison.Ordinal))
            .Select(type => type.FullName);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Only_the_loop_loops_until_the_end()
    {
        // A second endless loop is a pass that nobody can run once.
        // The hub's loop is one reader's stream, and ends with the reader.
        string[] allowed = ["src/Vigilant.Server/Hosting/PassLoop.cs", "src/Vigilant.Dashboard/Live/LiveHub.cs"];
        var wrong = Repository.Files("src", "*.cs")
            .Where(file => Endless().IsMatch(file.Text) && !allowed.Contains(file.Path))
            .Select(file => file.Path);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Event_ids_are_never_used_twice()
    {
        var ids = Repository.Files("src", "*.cs")
            .SelectMany(file => EventId().Matches(file.Text))
            .Select(match => match.Groups[1].Value)
            .ToArray();
        Assert.NotEmpty(ids);
        Assert.Empty(ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    static bool IsPartOfAnother(Type type, Type[] types) =>
        types.Any(other => other.GetProperties().Any(property => property.PropertyType == type) && other.Name.EndsWith("Options", StringComparison.Ordinal));

    [GeneratedRegex(@"catch(?:\s*\n)|catch \(Exception(?: \w+)?\)(?! when \(\w+ is \w+ (?:or|\{))")]
    private static partial Regex CatchAll();

    [GeneratedRegex(@"while \(!\w+\.IsCancellationRequested\)")]
    private static partial Regex Endless();

    [GeneratedRegex(@"LoggerMessage\((?:EventId = )?(\d+)")]
    private static partial Regex EventId();
}
