using Vigilant.Domain.Runs;

namespace Vigilant.Dashboard.Jobs;

/// <summary>What the last runs of a job speak for as its limits; asked when the page is opened, not while it is watched.</summary>
public interface ILimitBoard
{
    Task<SuggestedLimits> SuggestAsync(Guid project, Guid job, JobSettings settings, CancellationToken stopping);
}
