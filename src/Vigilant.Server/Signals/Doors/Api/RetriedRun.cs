using Npgsql;
using Vigilant.Domain.Runs;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Signals.Doors.Api;

/// <summary>Whether a run may be tried anew by another.</summary>
sealed class RetriedRun(NpgsqlDataSource database)
{
    static readonly string Find = Sql.Of<RetriedRun>("retried_run.sql");

    /// <summary>Null: nothing is.</summary>
    public async Task<string?> WhatIsWrongAsync(Guid project, Guid job, Guid run, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("run", run);
        var found = await command.ReadAllAsync(row => (Job: row.GetGuid(0), State: (RunState)row.GetInt16(1)), stopping);
        return found switch
        {
            [] => "names no such run, or it was removed; leave it out",
            [var one] when one.Job != job => "names a run of another job; a retry is a run of the same one",
            [var one] when RunStates.Active.Contains(one.State) => "names a run that is in progress; tell of its next attempt instead",
            _ => null,
        };
    }
}
