namespace Vigilant.Dashboard.Operations;

/// <summary>What the pages of operations show.</summary>
public interface IOperationBoard
{
    Task<OperationList> ListAsync(Guid project, Guid? before, CancellationToken stopping);

    Task<OperationRow?> FindAsync(Guid project, Guid operation, CancellationToken stopping);
}
