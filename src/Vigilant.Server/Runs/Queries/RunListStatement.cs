using Npgsql;
using Vigilant.Contracts;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs.Queries;

/// <summary>Reads a list, a stretch at a time.</summary>
sealed class RunListStatement(NpgsqlDataSource database, ListWay way, Guid project, RunFilter filter, Guid[]? jobs, bool whole)
{
    static readonly Dictionary<ListWay, string> Files = new()
    {
        [ListWay.ByState] = "runs_by_state.sql",
        [ListWay.OfJob] = "runs_of_job.sql",
        [ListWay.OfJobs] = "runs_of_jobs.sql",
        [ListWay.OfJobsInState] = "runs_of_jobs_in_state.sql",
        [ListWay.ByMark] = "runs_by_mark.sql",
        [ListWay.ByCaller] = "runs_by_caller.sql",
    };

    static readonly Dictionary<ListWay, string> Shown = Files.ToDictionary(file => file.Key, file => RunRows.Many(file.Value));
    static readonly Dictionary<ListWay, string> Whole = Files.ToDictionary(file => file.Key, file => RunRows.Whole(file.Value));

    // Where each job is walked by its own index, no other is met.
    Guid[]? JobsToCheck => way is ListWay.OfJob or ListWay.OfJobs or ListWay.OfJobsInState ? null : jobs;

    /// <param name="behind">The run, or the edge of a stretch, behind which to begin.</param>
    /// <param name="end">The edge at which to stop.</param>
    public async Task<List<Run>> ReadAsync(Guid? behind, Guid? end, int limit, CancellationToken stopping)
    {
        await using var command = database.CreateCommand();
        RunConditions.Bind(command.Parameters, project, filter, JobsToCheck, behind, limit);
        command.Parameters.AddWithValue("job", jobs is { Length: 1 } ? jobs[0] : Guid.Empty);
        command.Parameters.AddWithValue("each_job", jobs ?? []);
        Narrow(command.Parameters, end);
        var text = (whole ? Whole : Shown)[way]
            .Replace("{conditions}", RunConditions.Given(command.Parameters), StringComparison.Ordinal)
            .Replace("{bounds}", RunConditions.Bounds(command.Parameters), StringComparison.Ordinal);
        command.CommandText = filter.OldestFirst ? Turned(text) : text;
        return await command.ReadAllAsync(RunRows.Read, stopping);
    }

    void Narrow(NpgsqlParameterCollection parameters, Guid? end)
    {
        if (way != ListWay.ByMark)
        {
            // What was found by walking is held against the details themselves.
            parameters["marks"].Value = DBNull.Value;
        }

        if (end is { } edge)
        {
            var bound = parameters[filter.OldestFirst ? "most" : "least"];
            if (bound.Value is not Guid given || filter.OldestFirst == (edge.CompareTo(given) < 0))
            {
                bound.Value = edge;
            }
        }
    }

    static string Turned(string text) => text
        .Replace("r.id desc", "r.id", StringComparison.Ordinal)
        .Replace("r.id < @behind", "r.id > @behind", StringComparison.Ordinal);
}
