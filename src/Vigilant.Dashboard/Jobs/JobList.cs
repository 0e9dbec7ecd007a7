using Vigilant.Dashboard.Layout;
using Vigilant.Domain.Jobs;

namespace Vigilant.Dashboard.Jobs;

/// <summary>One page of jobs, and how many of each colour the filter leaves.</summary>
/// <param name="HasJobs">Whether the project has any job at all.</param>
/// <param name="Next">Where the next page starts; null on the last one.</param>
public sealed record JobList(ValueList<JobRow> Rows, ColourCounts Counts, bool HasJobs, JobCursor? Next);

/// <summary>A job as the list shows it.</summary>
/// <param name="Running">Whether a run is going on.</param>
/// <param name="Scheduled">Whether it has a schedule; without one it runs on demand.</param>
/// <param name="Late">Due, but still within its grace.</param>
/// <param name="Strip">The last runs, newest last.</param>
public sealed record JobRow(
    Guid Id,
    string Service,
    string Name,
    string Environment,
    Colour Colour,
    string Reason,
    DateTimeOffset Since,
    bool Running,
    bool Late,
    RunStrip Strip,
    DateTimeOffset? LastSignalAt,
    DateTimeOffset? DueAt,
    DateTimeOffset? DeadlineAt,
    bool Scheduled,
    ValueList<string> Labels);

public sealed record ColourCounts(long Red, long Yellow, long Green, long Grey)
{
    public long Of(Colour colour) => colour switch
    {
        Colour.Red => Red,
        Colour.Yellow => Yellow,
        Colour.Green => Green,
        _ => Grey,
    };
}

public sealed record JobFacets(ValueList<string> Services, ValueList<string> Environments, string PingKey);
