using Vigilant.Dashboard.Jobs;
using Vigilant.Domain.Runs;
using Vigilant.Server.Runs.Suggestions;

namespace Vigilant.Server.Pages;

/// <summary>Gives the page of a job the limits that its last runs speak for.</summary>
sealed class LimitBoard(LimitSuggester suggester) : ILimitBoard
{
    public Task<SuggestedLimits> SuggestAsync(Guid project, Guid job, JobSettings settings, CancellationToken stopping) =>
        suggester.SuggestAsync(project, job, settings.Schedule, settings.Timezone, stopping);
}
