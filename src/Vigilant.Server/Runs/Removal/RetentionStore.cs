using System.Text.Json;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;
using Vigilant.Contracts;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs.Removal;

/// <summary>How long projects and services keep their runs. A job's own word is among its settings.</summary>
sealed class RetentionStore(NpgsqlDataSource database, NodeClock clock, IOptions<RunOptions> options)
{
    const string OfProject = "";
    static readonly string Read = Sql.Of<RetentionStore>("retention_read.sql");
    static readonly string Replace = Sql.Of<RetentionStore>("retention_replace.sql");
    static readonly string Levels = Sql.Of<RetentionStore>("retention_levels.sql");

    public async Task<Retention> FindAsync(Guid project, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Read);
        command.Parameters.AddWithValue("project", project);
        var found = await command.ReadAllAsync(row => (Service: row.GetString(0), Rules: Parse(row.GetString(1))), stopping);
        return new Retention(
            $"{options.Value.KeepDays}d",
            found.Find(one => one.Service.Length == 0).Rules ?? new Dictionary<string, string>(),
            found.Where(one => one.Service.Length > 0).ToDictionary(one => one.Service, one => one.Rules));
    }

    public async Task<Retention> ReplaceAsync(Guid project, RetentionSettings settings, CancellationToken stopping)
    {
        var levels = (settings.Services ?? new Dictionary<string, IReadOnlyDictionary<string, string>>())
            .Append(new(OfProject, settings.Project ?? new Dictionary<string, string>()))
            .Where(level => level.Value is { Count: > 0 })
            .ToArray();
        await using var command = database.CreateCommand(Replace);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("services", levels.Select(level => level.Key).ToArray());
        command.Parameters.AddWithValue(
            "rules", NpgsqlDbType.Array | NpgsqlDbType.Jsonb, levels.Select(level => JsonSerializer.Serialize(level.Value)).ToArray());
        command.Parameters.AddWithValue("now", clock.Now);
        await command.ExecuteNonQueryAsync(stopping);
        return await FindAsync(project, stopping);
    }

    /// <summary>The longest that anybody asks for, in any project: a week that is older may go whole.</summary>
    public async Task<TimeSpan> LongestAsync(CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Levels);
        return RetentionRule.Longest(await command.ReadAllAsync(row => Parse(row.GetString(0)), stopping), options.Value.KeptByDefault);
    }

    public static IReadOnlyDictionary<string, string> Parse(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
}
