using Npgsql;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Jobs;

/// <summary>Which job a ping key and a slug stand for, remembered so that a ping costs no look-up.</summary>
sealed class SlugDirectory(NpgsqlDataSource database, TimeProvider clock)
{
    static readonly string FindProject = Sql.Of<SlugDirectory>("ping_key_find.sql");
    static readonly string FindJob = Sql.Of<SlugDirectory>("slug_find.sql");
    static readonly TimeSpan AbsenceRemembered = TimeSpan.FromSeconds(1);
    static readonly TimeSpan KeyRemembered = TimeSpan.FromSeconds(5);

    readonly RecentlyUsed<string, Entry> _projects = new(10_000);
    readonly RecentlyUsed<(Guid Project, string Slug), Entry> _jobs = new(200_000);
    readonly Lock _gate = new();
    long _changes;

    public async ValueTask<SlugLookup> FindAsync(string pingKey, string slug, CancellationToken stopping)
    {
        var project = await FindProjectAsync(pingKey, stopping);
        return project is null
            ? default
            : new SlugLookup(project, await FindJobAsync(project.Value, slug, stopping));
    }

    /// <summary>Called after a job of this slug was created, got another slug or was deleted.</summary>
    public void Forget(Guid project, string slug)
    {
        lock (_gate)
        {
            _changes++;
            _jobs.Remove((project, slug));
        }
    }

    /// <summary>Called when other nodes changed what slugs stand for.</summary>
    public void ForgetAll()
    {
        lock (_gate)
        {
            _changes++;
            _jobs.Clear();
        }
    }

    async ValueTask<Guid?> FindProjectAsync(string pingKey, CancellationToken stopping)
    {
        if (_projects.TryGet(pingKey, out var known)
            && clock.GetElapsedTime(known.ReadAt) < (known.Id is null ? AbsenceRemembered : KeyRemembered))
        {
            return known.Id;
        }

        var readAt = clock.GetTimestamp();
        await using var command = database.CreateCommand(FindProject);
        command.Parameters.AddWithValue("ping_key", pingKey);
        var found = await command.ExecuteScalarAsync(stopping) as Guid?;
        _projects.Set(pingKey, new Entry(found, readAt));
        return found;
    }

    async ValueTask<Guid?> FindJobAsync(Guid project, string slug, CancellationToken stopping)
    {
        if (_jobs.TryGet((project, slug), out var known)
            && (known.Id is not null || clock.GetElapsedTime(known.ReadAt) < AbsenceRemembered))
        {
            return known.Id;
        }

        var changesBefore = Changes();
        var readAt = clock.GetTimestamp();
        await using var command = database.CreateCommand(FindJob);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("slug", slug);
        var found = await command.ExecuteScalarAsync(stopping) as Guid?;
        Remember((project, slug), new Entry(found, readAt), changesBefore);
        return found;
    }

    long Changes()
    {
        lock (_gate)
        {
            return _changes;
        }
    }

    // What was read while a job changed may be what it was before: it is not remembered.
    void Remember((Guid Project, string Slug) key, Entry entry, long changesBefore)
    {
        lock (_gate)
        {
            if (_changes == changesBefore)
            {
                _jobs.Set(key, entry);
            }
        }
    }

    readonly record struct Entry(Guid? Id, long ReadAt);
}
