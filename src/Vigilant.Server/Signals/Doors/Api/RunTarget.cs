using Npgsql;
using Vigilant.Domain.Jobs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Jobs;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Signals.Doors.Api;

/// <summary>Which job a signal is about: the one it names, or the one of the run it names.</summary>
sealed class RunTarget(NpgsqlDataSource database, JobStore jobs, NodeClock clock)
{
    const int Remembered = 200_000;
    static readonly string JobOfRun = Sql.Of<RunTarget>("run_job.sql");
    static readonly string Owner = Sql.Of<RunTarget>("run_owner.sql");

    readonly RecentlyUsed<(Guid Project, Guid Run), Guid> _byRun = new(Remembered);
    readonly RecentlyUsed<JobKey, Guid> _byName = new(Remembered);

    public void Remember(Guid project, Guid run, Guid job) => _byRun.Set((project, run), job);

    /// <summary>Null: the project has no such run and never had one.</summary>
    public async ValueTask<Guid?> FindJobAsync(Guid project, Guid run, CancellationToken stopping)
    {
        if (_byRun.TryGet((project, run), out var known))
        {
            return known;
        }

        await using var command = database.CreateCommand(JobOfRun);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("run", run);
        if (await command.ExecuteScalarAsync(stopping) is not Guid job)
        {
            return await FindOwnerAsync(project, run, stopping);
        }

        Remember(project, run, job);
        return job;
    }

    // A run that is not there was removed, or never kept, when its id is one of ours: the writer may still know its end.
    async ValueTask<Guid?> FindOwnerAsync(Guid project, Guid run, CancellationToken stopping)
    {
        if (run.Version != 7)
        {
            return null;
        }

        await using var command = database.CreateCommand(Owner);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("run", run);
        command.Parameters.AddWithValue("made_at", TimeOrderedId.TimeOf(run));
        command.Parameters.AddWithValue("now", clock.Now);
        return await command.ExecuteScalarAsync(stopping) is Guid job ? job : null;
    }

    /// <summary>The job of this name; made on demand, without an expectation, when there is none yet.</summary>
    /// <param name="name">As in <c>billing/import</c>.</param>
    public async ValueTask<(Guid? Job, FieldErrors? Errors)> FindJobAsync(
        Guid project, string name, string? environment, CancellationToken stopping)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            var errors = new FieldErrors();
            errors.Add("job", "names service and job, as in billing/import");
            return (null, errors);
        }

        var key = new JobKey(project, environment ?? JobRules.DefaultEnvironment, name[..slash], name[(slash + 1)..]);
        return _byName.TryGet(key, out var known) ? (known, null) : await FindOrMakeAsync(key, stopping);
    }

    /// <summary>The job is gone: what was remembered of it is no longer true.</summary>
    public void Forget()
    {
        _byName.Clear();
        _byRun.Clear();
    }

    async Task<(Guid? Job, FieldErrors? Errors)> FindOrMakeAsync(JobKey key, CancellationToken stopping)
    {
        if (await jobs.FindAsync(key, stopping) is { } found)
        {
            _byName.Set(key, found.Id);
            return (found.Id, null);
        }

        var draft = new JobDraft { Service = key.Service, Name = key.Name, Environment = key.Environment };
        return JobRules.Check(draft) switch
        {
            JobCheck.Accepted accepted => await MakeAsync(key, accepted.Definition, stopping),
            JobCheck.Refused refused => (null, refused.Errors),
            _ => throw new InvalidOperationException("A job is accepted or refused."),
        };
    }

    // The same job of another environment may have the slug already.
    async Task<(Guid? Job, FieldErrors? Errors)> MakeAsync(JobKey key, JobDefinition definition, CancellationToken stopping)
    {
        var slug = definition.Slug;
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            if (await jobs.PutAsync(key.ProjectId, definition with { Slug = slug }, stopping) is JobWrite.Written written)
            {
                _byName.Set(key, written.Job.Id);
                return (written.Job.Id, null);
            }

            slug = Slugs.Of(attempt == 1 ? key.Environment : $"{key.Environment}-{attempt}", definition.Slug);
        }

        var errors = new FieldErrors();
        errors.Add("job", $"could not be made; make it first: PUT /v1/services/{key.Service}/jobs/{key.Name}");
        return (null, errors);
    }
}
