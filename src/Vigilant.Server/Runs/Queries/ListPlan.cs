using Vigilant.Domain.Runs;

namespace Vigilant.Server.Runs.Queries;

/// <summary>How a list is read so that it stays fast, however many runs there are and whatever is asked.</summary>
/// <param name="FirstSlice">How much time is searched first; null: all at once, because the index finds nothing else than what is asked.</param>
sealed record ListPlan(ListWay Way, TimeSpan? FirstSlice)
{
    // Up to here it is cheaper to ask each job for its newest than to pass by the runs of others.
    const int FewJobs = 32;

    // Of a mark that more runs have than this, the next page is nearer by walking than the first by collecting; in a job sooner.
    const double Common = 0.002;
    const double CommonForAJob = 0.0005;

    // A busy week has five thousand runs of a mark that is just not common.
    static readonly TimeSpan Week = TimeSpan.FromDays(7);
    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <param name="jobs">How many jobs are meant; null: all.</param>
    /// <param name="part">How large a part of all runs has the rarest of the marks asked for; about.</param>
    public static ListPlan Of(RunFilter filter, int? jobs, double part)
    {
        if (filter.CallerId is not null)
        {
            return new ListPlan(ListWay.ByCaller, null);
        }

        if (filter.Marks.Count > 0 && part < (jobs == 1 ? CommonForAJob : Common))
        {
            // What is too rare for statistics is collected at once.
            return new ListPlan(ListWay.ByMark, part == 0 ? null : Week);
        }

        TimeSpan? slice = HasMore(filter) ? Day : null;
        return jobs switch
        {
            <= FewJobs when slice is null && filter.States.Count > 0 => new ListPlan(ListWay.OfJobsInState, null),
            1 => new ListPlan(ListWay.OfJob, slice),
            <= FewJobs => new ListPlan(ListWay.OfJobs, slice),
            null => new ListPlan(ListWay.ByState, slice),
            _ => new ListPlan(ListWay.ByState, Day),
        };
    }

    // What no index helps with.
    static bool HasMore(RunFilter filter) => filter.Holds.Count > 0 || filter.KillRequested || filter is not
    {
        Error: null, Attempt: null, DurationOver: null, DurationUnder: null,
        QueuedAfter: null, QueuedBefore: null, StartedAfter: null, StartedBefore: null, EndedAfter: null, EndedBefore: null,
        KillRequestedAfter: null, KillRequestedBefore: null,
    };
}
