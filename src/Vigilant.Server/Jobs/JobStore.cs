using Npgsql;
using Vigilant.Domain.Jobs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;
using static Vigilant.Server.Jobs.JobWrite;

namespace Vigilant.Server.Jobs;

/// <summary>What should happen. Every write tells Runs in the same transaction.</summary>
sealed class JobStore(NpgsqlDataSource database, IJobChanges changes, NodeClock clock, SlugDirectory slugs)
{
    static readonly string BySlug = Sql.Of<JobStore>("job_by_slug.sql");

    public async Task<JobRow?> FindAsync(JobKey key, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        return await JobReader.ReadOneAsync(connection, key, stopping);
    }

    /// <summary>The name of a job that somebody knows by its id; null when the project has none of that id.</summary>
    public async Task<JobKey?> FindKeyAsync(Guid project, Guid id, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        var rows = await JobReader.ReadAsync(connection, project, new JobFilter { Id = id }, null, 1, stopping);
        return rows is [{ Definition: var job }] ? new JobKey(project, job.Environment, job.Service, job.Name) : null;
    }

    /// <summary>At most <paramref name="limit"/> jobs behind a cursor, and whether there are more.</summary>
    public async Task<(List<JobRow> Jobs, bool More)> ListAsync(
        Guid project, JobFilter filter, JobCursor? behind, int limit, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        var rows = await JobReader.ReadAsync(connection, project, filter, behind, limit + 1, stopping);
        var more = rows.Count > limit;
        return (more ? rows[..limit] : rows, more);
    }

    /// <summary>Creates the job or replaces its settings; its pause and state stay.</summary>
    public async Task<JobWrite> PutAsync(Guid project, JobDefinition definition, CancellationToken stopping)
    {
        var key = new JobKey(project, definition.Environment, definition.Service, definition.Name);
        while (true)
        {
            try
            {
                return await TryPutAsync(key, definition, stopping);
            }
            catch (PostgresException taken) when (taken.ConstraintName == "one_job_per_slug")
            {
                if (await FindBySlugAsync(project, definition.Slug, stopping) is { } holder)
                {
                    return new SlugTaken(definition.Slug, holder.Words);
                }
            }
            catch (PostgresException raced) when (raced.ConstraintName == "one_job_per_name")
            {
                // Somebody created it in this moment: the next try replaces it.
            }
        }
    }

    public async Task<JobWrite> PauseAsync(JobKey key, Pause pause, CancellationToken stopping) =>
        await ChangeAsync(
            key,
            async (connection, id) =>
            {
                await JobStatements.PauseAsync(connection, key.ProjectId, id, pause, clock.Now, stopping);
                await changes.ApplyAsync(connection, key.ProjectId, id, JobChange.Paused, stopping);
            },
            stopping);

    public async Task<JobWrite> ResumeAsync(JobKey key, CancellationToken stopping) =>
        await ChangeAsync(
            key,
            async (connection, id) =>
            {
                if (await JobStatements.ResumeAsync(connection, key.ProjectId, id, stopping))
                {
                    await changes.ApplyAsync(connection, key.ProjectId, id, JobChange.Resumed, stopping);
                }
            },
            stopping);

    /// <returns>False when there is no such job.</returns>
    public async Task<bool> DeleteAsync(JobKey key, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        if (await JobStatements.LockAsync(connection, key, stopping) is not { } job)
        {
            return false;
        }

        await changes.ApplyAsync(connection, key.ProjectId, job.Id, JobChange.Deleted, stopping);
        await JobStatements.DeleteAsync(connection, key.ProjectId, job.Id, stopping);
        await JobStatements.TellSlugsChangedAsync(connection, key.ProjectId, stopping);
        await transaction.CommitAsync(stopping);
        slugs.Forget(key.ProjectId, job.Slug);
        return true;
    }

    /// <summary>
    /// The job of a slug that somebody pings before it was described: made with a period of a day and an hour of grace, in
    /// the service "default", unless there is one by now.
    /// </summary>
    public async Task<(Guid JobId, bool IsNew)> CreateBySlugAsync(Guid project, string slug, CancellationToken stopping)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return (await TryCreateAsync(project, PingedJob.Define(slug, attempt), stopping), true);
            }
            catch (PostgresException taken) when (taken.ConstraintName is "one_job_per_slug" or "one_job_per_name")
            {
                if (await FindBySlugAsync(project, slug, stopping) is { } there)
                {
                    return (there.Id, false);
                }
            }
        }
    }

    async Task<Guid> TryCreateAsync(Guid project, JobDefinition definition, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        var id = Guid.CreateVersion7(clock.Now);
        var change = await InsertAsync(connection, project, id, definition, stopping);
        await changes.ApplyAsync(connection, project, id, change, stopping);
        await transaction.CommitAsync(stopping);
        slugs.Forget(project, definition.Slug);
        return id;
    }

    async Task<JobWrite> TryPutAsync(JobKey key, JobDefinition definition, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        if (definition.Channels is { Count: > 0 } channels
            && await JobStatements.FindUnknownChannelsAsync(connection, key.ProjectId, channels, stopping) is { Count: > 0 } unknown)
        {
            return new ChannelsUnknown(unknown);
        }

        var found = await JobStatements.LockAsync(connection, key, stopping);
        var id = found?.Id ?? Guid.CreateVersion7(clock.Now);
        var change = found is null
            ? await InsertAsync(connection, key.ProjectId, id, definition, stopping)
            : await ReplaceAsync(connection, key, id, definition, stopping);
        if (found is not null && found.Slug != definition.Slug)
        {
            await JobStatements.TellSlugsChangedAsync(connection, key.ProjectId, stopping);
        }

        await changes.ApplyAsync(connection, key.ProjectId, id, change, stopping);
        var row = await JobReader.ReadOneAsync(connection, key, stopping);
        await transaction.CommitAsync(stopping);
        slugs.Forget(key.ProjectId, found?.Slug ?? definition.Slug);
        slugs.Forget(key.ProjectId, definition.Slug);
        return new Written(row!, found is null);
    }

    async Task<JobChange> InsertAsync(
        NpgsqlConnection connection, Guid project, Guid id, JobDefinition definition, CancellationToken stopping)
    {
        await JobStatements.InsertAsync(connection, project, id, definition, clock.Now, stopping);
        return JobChange.Created;
    }

    async Task<JobChange> ReplaceAsync(
        NpgsqlConnection connection, JobKey key, Guid id, JobDefinition definition, CancellationToken stopping)
    {
        var before = await JobReader.ReadOneAsync(connection, key, stopping);
        await JobStatements.UpdateAsync(connection, key.ProjectId, id, definition, clock.Now, stopping);
        return before!.Definition.ExpectsOtherThan(definition) ? JobChange.Rescheduled : JobChange.Edited;
    }

    async Task<JobWrite> ChangeAsync(JobKey key, Func<NpgsqlConnection, Guid, Task> change, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        if (await JobStatements.LockAsync(connection, key, stopping) is not { } job)
        {
            return new NoSuchJob();
        }

        await change(connection, job.Id);
        var row = await JobReader.ReadOneAsync(connection, key, stopping);
        await transaction.CommitAsync(stopping);
        return new Written(row!, Created: false);
    }

    async Task<(Guid Id, string Words)?> FindBySlugAsync(Guid project, string slug, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(BySlug);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("slug", slug);
        await using var reader = await command.ExecuteReaderAsync(stopping);
        return await reader.ReadAsync(stopping)
            ? (reader.GetGuid(0), $"{reader.GetString(2)}/{reader.GetString(3)} in {reader.GetString(1)}")
            : null;
    }
}
