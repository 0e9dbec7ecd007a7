namespace Vigilant.Dashboard.Layout;

/// <summary>What stands around every page.</summary>
public interface IPageFrame
{
    Task<Frame> ReadAsync(Guid project, CancellationToken stopping);
}
