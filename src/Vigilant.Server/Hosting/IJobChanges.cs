using Npgsql;

namespace Vigilant.Server.Hosting;

/// <summary>
/// The seam through which Jobs tells Runs, in its own transaction, that what it expects has changed. Runs alone writes the
/// job's state; both commit or neither does.
/// </summary>
interface IJobChanges
{
    /// <summary>Locks the job's state (makes it when there is none), applies the change and writes what follows from it.</summary>
    Task ApplyAsync(NpgsqlConnection connection, Guid projectId, Guid jobId, JobChange change, CancellationToken stopping);
}
