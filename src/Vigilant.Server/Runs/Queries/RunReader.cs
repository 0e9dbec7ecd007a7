using Npgsql;
using Vigilant.Contracts;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs.Queries;

/// <summary>Reads runs, in progress or over.</summary>
sealed class RunReader(
    NpgsqlDataSource database, NodeClock clock, TimeProvider time, FilteredJobs filtered, CommonMarks marks, FirstWeek weeks)
{
    static readonly TimeSpan LongestSearch = TimeSpan.FromSeconds(1);

    static readonly string ById = RunRows.Whole("run_by_id.sql");

    public async Task<Run?> FindAsync(Guid project, Guid id, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(ById);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("id", id);
        var runs = await command.ReadAllAsync(RunRows.Read, stopping);
        return runs.Count == 0 ? null : runs[0];
    }

    /// <summary>At most <paramref name="limit"/> runs behind one; fewer also when more cannot be found in a second.</summary>
    public Task<ListedRuns> ListAsync(Guid project, RunFilter filter, Guid? behind, int limit, CancellationToken stopping) =>
        ListAsync(project, filter, behind, limit, whole: false, stopping);

    /// <summary>The same, with errors, data and all that a list does not carry.</summary>
    public Task<ListedRuns> ListWholeAsync(Guid project, RunFilter filter, Guid? behind, int limit, CancellationToken stopping) =>
        ListAsync(project, filter, behind, limit, whole: true, stopping);

    async Task<ListedRuns> ListAsync(Guid project, RunFilter filter, Guid? behind, int limit, bool whole, CancellationToken stopping)
    {
        var jobs = filter.NamesJobs ? await FindJobsAsync(project, filter, stopping) : null;
        if (jobs is { Length: 0 })
        {
            return new ListedRuns([], null);
        }

        var part = filter.Marks.Count == 0 ? 0 : await marks.PartOfAsync(filter.Marks, stopping);
        var plan = ListPlan.Of(filter, jobs?.Length, part);
        var list = new RunListStatement(database, plan.Way, project, filter, jobs, whole);
        if (plan.FirstSlice is not { } length)
        {
            return Page(await list.ReadAsync(behind, null, limit + 1, stopping), limit, searched: null);
        }

        var first = filter.CreatedAfter ?? await weeks.FirstAsync(stopping);
        var last = filter.CreatedBefore is { } before && before < clock.Now ? before : clock.Now;
        var (begin, end) = filter.OldestFirst ? (first, last) : (last, first);
        var from = behind is { } run ? TimeOrderedId.TimeOf(run) : begin;
        return await SearchAsync(list, new TimeSlices(filter.OldestFirst, from, length, end), behind, limit, stopping);
    }

    /// <summary>The jobs that a filter names.</summary>
    public async Task<Guid[]> FindJobsAsync(Guid project, RunFilter filter, CancellationToken stopping) =>
        [.. (await filtered.FindAsync(project, filter, stopping)).Select(job => job.Id)];

    async Task<ListedRuns> SearchAsync(RunListStatement list, TimeSlices slices, Guid? behind, int limit, CancellationToken stopping)
    {
        var found = new List<Run>();
        var began = time.GetTimestamp();
        while (true)
        {
            var sliceBegan = time.GetTimestamp();
            var end = slices.End;
            found.AddRange(await list.ReadAsync(behind, end, limit + 1 - found.Count, stopping));
            if (found.Count > limit || end is null || time.GetElapsedTime(began) > LongestSearch)
            {
                return Page(found, limit, end);
            }

            behind = end;
            slices.Advance(time.GetElapsedTime(sliceBegan));
        }
    }

    static ListedRuns Page(List<Run> found, int limit, Guid? searched) =>
        found.Count > limit ? new ListedRuns(found[..limit], found[limit - 1].Id) : new ListedRuns(found, searched);
}
