using System.Text.RegularExpressions;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Architecture;

public sealed partial class TableTests
{
    /// <summary>Who writes each table. An inbox and an outbox have two: the one only puts in, the other only takes out.</summary>
    static readonly Dictionary<string, string> Writers = new()
    {
        ["project"] = "Access",
        ["api_key"] = "Access",
        ["audit"] = "Access",
        ["form_key"] = "Access",
        ["session"] = "Access",
        ["sign_in_link"] = "Access",
        ["job"] = "Jobs",
        ["job_pause"] = "Jobs",
        ["slug_change"] = "Jobs",
        ["job_state"] = "Runs",
        ["active_run"] = "Runs",
        ["run"] = "Runs",
        ["run_key"] = "Runs",
        ["run_pin"] = "Runs",
        ["run_keep"] = "Runs",
        ["run_purge"] = "Runs",
        ["retention"] = "Runs",
        ["slot"] = "Runs",
        ["run_tally"] = "Runs",
        ["run_rollup"] = "Runs",
        ["other_signal"] = "Runs",
        ["operation"] = "Runs",
        ["verdict"] = "insert: Runs, delete: Alerts",
        ["node"] = "Detection",
        ["gap"] = "Detection",
        ["alert"] = "Alerts",
        ["alert_subject"] = "Alerts",
        // Notifications itself puts in what is no alert's: a channel's test, and word of what could not be delivered.
        ["notification"] = "insert: Alerts, insert: Notifications, update: Notifications, delete: Notifications",
        ["channel"] = "Notifications",
        ["migration"] = "Postgres",
    };

    [Fact]
    public void Every_table_has_one_writing_slice()
    {
        var wrong =
            from write in Writes()
            where !MayWrite(write.Slice, write.Verb, write.Table)
            select $"{write.Slice} must not {write.Verb} {write.Table} ({write.File})";
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void Every_table_has_a_named_writer_and_is_written()
    {
        var tables = Repository.Files("src/Vigilant.Server/Postgres", "*.sql")
            .SelectMany(file => Created().Matches(file.Text))
            .Select(match => match.Groups[1].Value)
            .ToHashSet();
        Assert.Empty(tables.Except(Writers.Keys));
        Assert.NotEmpty(Writes());
    }

    [Fact]
    public void No_statement_reads_the_databases_clock_except_for_leases_and_liveness()
    {
        // A lease and a heartbeat are compared between nodes, and the database's clock is the one they share.
        string[] allowed = ["claimed_until", "lease", "beat_at", "left_at", "database_time"];
        var wrong =
            from file in StatementFiles()
            from line in WithoutComments(file.Text).Split('\n')
            where Clock().IsMatch(line) && !file.Path.Contains("/Postgres/", StringComparison.Ordinal)
                && !allowed.Any(word => WithoutComments(file.Text).Contains(word, StringComparison.Ordinal))
            select $"{file.Path}: {line.Trim()}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_code_holds_no_statements()
    {
        var wrong = Repository.Files("src", "*.cs")
            .Where(file => StatementInCode().IsMatch(file.Text))
            .Select(file => file.Path);
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("insert into job (id) values (1)", "insert job")]
    [InlineData("with a as (update only run set x = 1 from b where true) select 1", "update run")]
    [InlineData("select 1 from job for update skip locked", "")]
    [InlineData("select 1 from job for no key update of job", "")]
    [InlineData("insert into a values (1) on conflict (b) do update set c = 1", "insert a")]
    [InlineData("-- update of job\ndelete from verdict", "delete verdict")]
    public void Writes_are_seen(string sql, string expected) =>
        Assert.Equal(expected, string.Join(", ", WritesIn(sql).Select(write => $"{write.Verb} {write.Table}")));

    static bool MayWrite(string slice, string verb, string table) =>
        Writers.TryGetValue(table, out var writer)
        && (writer == slice || writer.Split(", ").Contains($"{verb}: {slice}"));

    static IEnumerable<(string File, string Slice, string Verb, string Table)> Writes() =>
        from file in StatementFiles()
        from write in WritesIn(file.Text)
        select (file.Path, file.Path.Split('/')[2], write.Verb, write.Table);

    static IEnumerable<(string Verb, string Table)> WritesIn(string text) =>
        Write().Matches(WithoutComments(text)).Select(match => (match.Groups[1].Value.Split(' ')[0], match.Groups[2].Value));

    static IEnumerable<(string Path, string Text)> StatementFiles() =>
        Repository.Files("src/Vigilant.Server", "*.sql").Where(file => !file.Path.Contains("/Migrations/", StringComparison.Ordinal));

    static string WithoutComments(string text) => Comment().Replace(text, "");

    [GeneratedRegex("--[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<!\bfor )(?<!\bkey )(?<!\bdo )\b(insert into|update|delete from|merge into|truncate)\s+(?:only\s+)?([a-z_]+)")]
    private static partial Regex Write();

    [GeneratedRegex(@"create table (?:if not exists )?([a-z_]+) \((?!\s*like)")]
    private static partial Regex Created();

    [GeneratedRegex(@"\b(now\(\)|current_timestamp|clock_timestamp\(\)|statement_timestamp\(\))")]
    private static partial Regex Clock();

    [GeneratedRegex("\"\\s*(select .* from|insert into|update \\w+ set|delete from) ")]
    private static partial Regex StatementInCode();
}
