using Npgsql;
using Vigilant.Dashboard.Jobs;
using Vigilant.Domain.Jobs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Pages;

/// <summary>Reads the jobs page: red jobs by time, then the others by name, one page at a time by key.</summary>
sealed class JobBoard(NpgsqlDataSource database, NodeClock clock, JobDetailsReader details) : IJobBoard
{
    const int PageSize = 25;
    static readonly string Red = Sql.Of<JobBoard>("jobs_red.sql");
    static readonly string Others = Sql.Of<JobBoard>("jobs_others.sql");
    static readonly string Counts = Sql.Of<JobBoard>("jobs_counts.sql");
    static readonly string FilteredCounts = Sql.Of<JobBoard>("jobs_counts_filtered.sql");
    static readonly string Facets = Sql.Of<JobBoard>("jobs_facets.sql");
    static readonly string Body = Sql.Of<JobBoard>("signal_body.sql");

    public async Task<JobList> ListAsync(Guid project, JobFilter filter, CancellationToken stopping)
    {
        var now = clock.Now;
        await using var connection = await database.OpenConnectionAsync(stopping);
        var counts = await CountAsync(connection, project, filter, stopping);
        var rows = new List<JobRow>();
        if (filter is { Colour: null or Colour.Red, After: null or { Since: not null } })
        {
            await AddAsync(rows, Red, connection, project, filter, now, stopping);
        }

        if (filter is { Colour: not Colour.Red } && rows.Count <= PageSize)
        {
            await AddAsync(rows, Others, connection, project, filter, now, stopping);
        }

        var more = rows.Count > PageSize;
        var page = rows.Take(PageSize).ToArray();
        var hasJobs = filter.IsEmpty ? counts.Red + counts.Yellow + counts.Green + counts.Grey > 0 : true;
        return new JobList(new(page), counts, hasJobs, more ? Cursor(page[^1]) : null);
    }

    public async Task<JobFacets> FacetsAsync(Guid project, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Facets);
        command.Parameters.AddWithValue("project", project);
        return (await command.ReadAllAsync(ReadFacets, stopping))[0];
    }

    public Task<JobDetails?> FindAsync(Guid project, Guid job, CancellationToken stopping) =>
        details.FindAsync(project, job, stopping);

    public async Task<byte[]?> BodyAsync(Guid project, Guid job, Guid signal, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Body);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("job", job);
        command.Parameters.AddWithValue("signal", signal);
        return await command.ExecuteScalarAsync(stopping) as byte[];
    }

    static JobFacets ReadFacets(NpgsqlDataReader row) =>
        new(new(row.GetFieldValue<string[]>(0)), new(row.GetFieldValue<string[]>(1)), row.GetString(2));

    static JobCursor Cursor(JobRow last) =>
        new(last.Colour == Colour.Red ? last.Since : null, last.Service, last.Name, last.Id);

    static async Task AddAsync(
        List<JobRow> rows, string sql, NpgsqlConnection connection, Guid project, JobFilter filter, DateTimeOffset now,
        CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        JobFilterParameters.Add(command, project, filter);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("limit", PageSize + 1 - rows.Count);
        rows.AddRange(await command.ReadAllAsync(JobRows.Read, stopping));
    }

    static async Task<ColourCounts> CountAsync(
        NpgsqlConnection connection, Guid project, JobFilter filter, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(filter.NarrowsOnlyColour ? Counts : FilteredCounts, connection);
        JobFilterParameters.Add(command, project, filter);
        var counts = new long[4];
        foreach (var (colour, count) in await command.ReadAllAsync(row => (row.GetInt16(0), row.GetInt64(1)), stopping))
        {
            counts[colour] = count;
        }

        return new ColourCounts(
            counts[(int)Colour.Red], counts[(int)Colour.Yellow], counts[(int)Colour.Green], counts[(int)Colour.Grey]);
    }
}
