using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;
using Vigilant.Contracts;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;
using Vigilant.Server.Runs.Queries;

namespace Vigilant.Server.Runs.Removal;

/// <summary>What is kept for a resource: everything that ever ran for it, to look at and to remove.</summary>
sealed class Resources(NpgsqlDataSource database, RunReader reader, RunRemover remover, RunPins pins)
{
    /// <summary>More than these are not counted: a look at a resource takes a moment, whatever there is for it.</summary>
    public const int MostCounted = 10_000;

    /// <summary>As many are removed by one request, which takes a few seconds.</summary>
    public const int MostRemoved = 10_000;

    const int MostShown = 20;
    static readonly string Counts = Sql.Of<Resources>("resource_counts.sql");
    static readonly string Removable = Sql.Of<Resources>("resource_runs.sql");
    static readonly string Pinned = Sql.Of<Resources>("resource_pins.sql");
    static readonly string Active = Sql.Of<Resources>("resource_active.sql");

    public async Task<Resource> FindAsync(Guid project, string kind, string id, CancellationToken stopping)
    {
        await using var command = Ask(Counts, project, kind, id);
        command.Parameters.AddWithValue("limit", MostCounted);
        var counts = await command.ReadAllAsync(
            row => (Job: row.GetString(0), State: (RunState)row.GetInt16(1), Count: row.GetInt64(2), First: row.GetGuid(3), Last: row.GetGuid(4)),
            stopping);
        var filter = new RunFilter();
        filter.Marks.Add(Mark(kind, id));
        filter.Holds["resources"] = Holds(kind, id)["resources"]!.DeepClone();
        var (newest, _) = await reader.ListAsync(project, filter, null, MostShown, stopping);
        return new Resource
        {
            Kind = kind,
            Id = id,
            States = counts.GroupBy(one => one.State).ToDictionary(one => one.Key.Word(), one => one.Sum(count => count.Count)),
            Jobs = counts.GroupBy(one => one.Job).ToDictionary(one => one.Key, one => one.Sum(count => count.Count)),
            Complete = counts.Sum(one => one.Count) < MostCounted,
            FirstAt = counts.Count == 0 ? null : counts.Min(one => TimeOrderedId.TimeOf(one.First)),
            LastAt = counts.Count == 0 ? null : counts.Max(one => TimeOrderedId.TimeOf(one.Last)),
            Newest = newest,
        };
    }

    /// <summary>Removes what has ended, also runs that are kept for ever; pinned ones only when they are asked for.</summary>
    public async Task<ResourceRemoval> RemoveAsync(
        Guid project, string kind, string id, bool alsoPinned, CancellationToken stopping)
    {
        if (alsoPinned)
        {
            await pins.UnpinAsync(project, await FindPinnedAsync(project, kind, id, stopping), stopping);
        }

        await using var command = Ask(Removable, project, kind, id);
        command.Parameters.AddWithValue("limit", MostRemoved);
        var runs = await command.ReadAllAsync(row => (Job: row.GetGuid(0), Run: row.GetGuid(1)), stopping);
        var removed = 0;
        foreach (var job in runs.ToLookup(one => one.Job, one => one.Run))
        {
            removed += (await remover.RemoveAsync(project, job.Key, job, stopping)).Removed.Count;
        }

        await using var active = Ask(Active, project, kind, id);
        return new ResourceRemoval(
            removed,
            runs.Count < MostRemoved,
            (long)(await active.ExecuteScalarAsync(stopping))!,
            (await FindPinnedAsync(project, kind, id, stopping)).Count);
    }

    async Task<List<Guid>> FindPinnedAsync(Guid project, string kind, string id, CancellationToken stopping)
    {
        await using var command = Ask(Pinned, project, kind, id);
        return await command.ReadAllAsync(row => row.GetGuid(0), stopping);
    }

    NpgsqlCommand Ask(string sql, Guid project, string kind, string id)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("mark", Mark(kind, id));
        command.Parameters.AddWithValue("holds", NpgsqlDbType.Jsonb, Holds(kind, id).ToJsonString());
        return command;
    }

    static string Mark(string kind, string id) => $"resource {kind} {id}";

    static JsonObject Holds(string kind, string id) =>
        new() { ["resources"] = new JsonArray(new JsonObject { ["kind"] = kind, ["id"] = id }) };
}
