namespace Vigilant.Dashboard.Live;

/// <summary>An address that can be watched: equal views are read once for all who watch them.</summary>
public interface ILiveView
{
    Task<IReadOnlyList<LivePart>> ReadAsync(IServiceProvider services, CancellationToken stopping);
}
