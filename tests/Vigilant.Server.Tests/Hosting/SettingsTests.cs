using Vigilant.Server.Hosting.Settings;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Hosting;

public sealed class SettingsTests
{
    const string Database = "--database=Host=nowhere";

    [Fact]
    public void All_mistakes_are_named_at_once_with_key_rule_and_value()
    {
        var mistakes = MistakesOf(
            Database,
            "--urls=ftp://x",
            "--Vigilant:Postgres:StartTimeout=abc",
            "--Vigilant:Storage:FreeSpaceLimit=1",
            "--Vigilant:KnownProxies=10.0.0.0/8,foo");

        Assert.Equal(4, mistakes.Count);
        Assert.Contains("Vigilant:Urls: must be addresses like http://127.0.0.1:8080 with semicolons between, was 'ftp://x'", mistakes);
        Assert.Contains("Vigilant:Postgres:StartTimeout: must be a time span such as 00:00:30 or 7.00:00:00, was 'abc'", mistakes);
        Assert.Contains("Vigilant:Storage:FreeSpaceLimit: must be from 16 to 1000000, was 1", mistakes);
        Assert.Contains("Vigilant:KnownProxies: must be addresses or networks like 10.0.0.0/8 with commas between, was 'foo'", mistakes);
    }

    [Theory]
    [InlineData("--url=http://x", "'--url' is not an option. Did you mean '--urls'? See --help.")]
    [InlineData("--datbase", "'--datbase' is not an option. Did you mean '--database'? See --help.")]
    [InlineData("srve", "'srve' is not a command. Did you mean 'serve'? See --help.")]
    [InlineData("--urls", "--urls: needs a value, as in --urls=value.")]
    [InlineData("--Vigilant:Postgress:Bin=x", "Vigilant:Postgress:Bin: is not a setting. Did you mean 'Vigilant:Postgres:Bin'?")]
    [InlineData("--Vigilant:Storage:Balast=1", "Vigilant:Storage:Balast: is not a setting. Did you mean 'Vigilant:Storage:Ballast'?")]
    [InlineData("--Vigilant:Qqqqqqqq=1", "Vigilant:Qqqqqqqq: is not a setting.")]
    [InlineData("--Vigilant:Postgres:Settings:fsync=off",
        "Vigilant:Postgres:Settings:fsync: must be left to Vigilant, which finds and guards its server by it")]
    [InlineData("--Vigilant:PathBase=vigilant", "Vigilant:PathBase: must begin and not end with a slash, was 'vigilant'")]
    [InlineData("--urls=https://127.0.0.1:0",
        "Vigilant:Https:Certificate: must name a certificate file, because Vigilant:Urls has an https address")]
    public void A_mistake_is_told_with_what_was_probably_meant(string argument, string told) =>
        Assert.Equal([told], MistakesOf(Database, argument));

    [Fact]
    public void A_secret_is_not_repeated_by_the_mistake_that_it_makes()
    {
        var mistakes = MistakesOf("--database=Host=a;Passwrd=geheim", "--Vigilant:ApiKey=zu-kurz-und-geheim");

        Assert.Equal(2, mistakes.Count);
        Assert.All(mistakes, mistake => Assert.DoesNotContain("geheim", mistake, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Free_names_are_taken_where_a_dictionary_is()
    {
        await using var built = Program.Build([Database, "--Vigilant:Postgres:Settings:shared_buffers=1GB"]);
        Assert.NotNull(built);
    }

    [Fact]
    public async Task The_program_says_them_without_a_stack_trace_and_ends_with_2()
    {
        using var folder = new TemporaryFolder();
        await using var server = ServerProcess.Start(folder.Child("data"), "--Vigilant:Storage:FreeSpaceLimit=1", "--nonsense");
        await server.EndsAsync();

        Assert.Equal(2, server.ExitCode);
        Assert.Equal(2, server.Output.Split('\n').Length);
        Assert.False(Directory.Exists(folder.Child("data")));
    }

    [Fact]
    public async Task The_environment_is_read_and_a_misspelt_name_in_it_is_told()
    {
        var environment = new Dictionary<string, string>
        {
            ["VIGILANT_URLS"] = "nonsense",
            ["VIGILANT_DATABSE"] = "Host=a",
            ["Vigilant__Storage__Ballast"] = "-1",
        };
        await using var server = ServerProcess.Run(["check"], environment);
        await server.EndsAsync();

        Assert.Contains("Vigilant:Urls: must be addresses", server.Output, StringComparison.Ordinal);
        Assert.Contains("VIGILANT_DATABSE: is not a setting. Did you mean 'VIGILANT_DATABASE'?", server.Output, StringComparison.Ordinal);
        Assert.Contains("Vigilant:Storage:Ballast: must be from 0 to 10000, was -1", server.Output, StringComparison.Ordinal);
        Assert.Equal(2, server.ExitCode);
    }

    [Fact]
    public async Task Check_looks_at_the_settings_file_in_the_data_folder_and_starts_nothing()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Child("appsettings.json"), """{ "Vigilant": { "Storage": { "FreeSpaceLimit": 7 } } }""");
        await using var wrong = ServerProcess.Run(["check", "--data", folder.Path]);
        await wrong.EndsAsync();
        Assert.Contains("must be from 16 to 1000000, was 7", wrong.Output, StringComparison.Ordinal);

        await File.WriteAllTextAsync(folder.Child("appsettings.json"), "{ ");
        await using var broken = ServerProcess.Run(["check", "--data", folder.Path]);
        await broken.EndsAsync();
        Assert.Equal(2, broken.ExitCode);
        Assert.Contains("appsettings.json", broken.Output, StringComparison.Ordinal);

        File.Delete(folder.Child("appsettings.json"));
        await using var right = ServerProcess.Run(["check", "--data", folder.Path]);
        await right.EndsAsync();
        Assert.Equal(0, right.ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    static IReadOnlyList<string> MistakesOf(params string[] arguments) =>
        Assert.Throws<SettingsRefusedException>(() => Program.Build(arguments)).Mistakes;
}
