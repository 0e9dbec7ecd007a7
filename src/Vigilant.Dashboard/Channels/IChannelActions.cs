using Vigilant.Dashboard.Layout;

namespace Vigilant.Dashboard.Channels;

/// <summary>What people do to channels on the pages.</summary>
public interface IChannelActions
{
    /// <summary>Sends a test message over it, as any other notification is sent.</summary>
    Task<ActionOutcome> TestAsync(Guid project, Guid channel, CancellationToken stopping);
}
