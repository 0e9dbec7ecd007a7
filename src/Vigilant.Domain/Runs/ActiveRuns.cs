namespace Vigilant.Domain.Runs;

/// <summary>Which run in progress a signal is about.</summary>
static class ActiveRuns
{
    /// <summary>
    /// The run of this run id. A signal without one is about the run that began without one; where there is none, about the
    /// only run there is.
    /// </summary>
    public static ActiveRun? Find(JobState state, string? rid)
    {
        if (state.Active.IsEmpty)
        {
            return null;
        }

        return rid is null
            ? Anonymous(state) ?? (state.Active.Length == 1 ? state.Active[0] : null)
            : state.Active.FirstOrDefault(run => run.Rid == rid);
    }

    public static ActiveRun? Anonymous(JobState state) => state.Active.LastOrDefault(run => run.Rid is null);
}
