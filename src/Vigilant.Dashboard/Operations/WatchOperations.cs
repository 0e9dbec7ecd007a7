using Microsoft.Extensions.DependencyInjection;
using Vigilant.Dashboard.Live;

namespace Vigilant.Dashboard.Operations;

/// <summary>The list of operations, watched.</summary>
public sealed record WatchOperations(Guid Project, Guid? Before) : ILiveView
{
    public async Task<IReadOnlyList<LivePart>> ReadAsync(IServiceProvider services, CancellationToken stopping) =>
        [LivePart.Of<OperationTable>("operations", await services.GetRequiredService<IOperationBoard>().ListAsync(Project, Before, stopping))];
}
