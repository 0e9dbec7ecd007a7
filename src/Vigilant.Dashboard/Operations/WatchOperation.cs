using Microsoft.Extensions.DependencyInjection;
using Vigilant.Dashboard.Live;

namespace Vigilant.Dashboard.Operations;

/// <summary>An operation's page, watched.</summary>
public sealed record WatchOperation(Guid Project, Guid Operation) : ILiveView
{
    public async Task<IReadOnlyList<LivePart>> ReadAsync(IServiceProvider services, CancellationToken stopping) =>
        await services.GetRequiredService<IOperationBoard>().FindAsync(Project, Operation, stopping) is { } operation
            ? [LivePart.Of<OperationProgress>("operation", operation)]
            : [];
}
