using Npgsql;
using Vigilant.Dashboard.Runs;
using Vigilant.Domain.Runs;
using Vigilant.Domain.Runs.Search;
using Vigilant.Server.Postgres;
using Vigilant.Server.Runs.Queries;

namespace Vigilant.Server.Pages.Runs;

/// <summary>Reads how runs go: numbers of a time range, its failures by their errors, and what goes on now.</summary>
sealed class RunOverviewBoard(NpgsqlDataSource database, RunReader runs, RunNumbersReader numbers, LastErrors errors, AnyRun any) : IRunOverview
{
    const int MostFailures = 300;
    const int MostGroups = 10;
    const int MostJobs = 8;
    const int MostNow = 1000;
    static readonly string CountNow = Sql.Of<RunOverviewBoard>("runs_now.sql");

    public async Task<RunOverview> ReadAsync(Guid project, TimeRange range, CancellationToken stopping)
    {
        var read = await numbers.ReadAsync(project, range, stopping);
        var (failures, failing) = await FailuresAsync(project, read.Range, stopping);
        return new RunOverview(
            read.Range,
            read.States,
            read.Flow,
            read.Took,
            read.Waited,
            await numbers.OfJobsAsync(project, read.Range, failing, stopping),
            failures,
            await NowAsync(project, stopping),
            read.States.Count > 0 || await any.ExistsAsync(project, stopping));
    }

    public async Task<RunsNow> NowAsync(Guid project, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(CountNow);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("states", RunStates.Active.Select(state => (short)state).ToArray());
        command.Parameters.AddWithValue("limit", MostNow);
        var counts = (await command.ReadAllAsync(row => ((RunState)row.GetInt16(0), row.GetInt64(1)), stopping)).ToDictionary();
        return new RunsNow(
            (int)counts[RunState.Created],
            (int)counts[RunState.Queued],
            (int)counts[RunState.Started],
            MostNow,
            await OldestAsync(project, stopping, RunState.Created, RunState.Queued),
            await OldestAsync(project, stopping, RunState.Started));
    }

    async Task<(RunFailures Failures, List<string> Jobs)> FailuresAsync(Guid project, TimeRange range, CancellationToken stopping)
    {
        var filter = new RunFilter { CreatedAfter = range.From, CreatedBefore = range.Word is null ? range.Until : null };
        filter.States.AddRange([RunState.Failed, RunState.TimedOut]);
        var (failed, next) = await runs.ListAsync(project, filter, behind: null, MostFailures, stopping);
        var texts = await errors.OfAsync(project, failed, stopping);
        var groups = RunSamples.ByError(failed, texts, part => RunSearch.Term("error", part));
        var jobs = failed.CountBy(run => run.Job).OrderByDescending(job => job.Value).Take(MostJobs).Select(job => job.Key).ToList();
        return (new RunFailures(failed.Count, next is null, new([.. groups.Take(MostGroups)])), jobs);
    }

    async Task<FoundRun?> OldestAsync(Guid project, CancellationToken stopping, params RunState[] states)
    {
        var filter = new RunFilter { OldestFirst = true };
        filter.States.AddRange(states);
        var (found, _) = await runs.ListAsync(project, filter, behind: null, 1, stopping);
        return found.Count == 0 ? null : FoundRuns.Of(found[0], error: null);
    }
}
