using Vigilant.Dashboard.Layout;

namespace Vigilant.Dashboard.Operations;

/// <summary>What people do to many runs on the pages.</summary>
public interface IOperationActions
{
    /// <summary>Asks for an operation; it is done behind the page.</summary>
    /// <returns>The operation; null where it was refused.</returns>
    Task<(Guid? Operation, ActionOutcome Outcome)> StartAsync(Guid project, WantedOperation wanted, CancellationToken stopping);

    /// <summary>Stops it; what is done stays done.</summary>
    Task<ActionOutcome> CancelAsync(Guid project, Guid operation, CancellationToken stopping);
}
