namespace Vigilant.Dashboard.Alerts;

/// <summary>What the alert pages show.</summary>
public interface IAlertBoard
{
    Task<AlertList> ListAsync(Guid project, AlertFilter filter, CancellationToken stopping);

    Task<AlertDetails?> FindAsync(Guid project, Guid alert, CancellationToken stopping);
}
