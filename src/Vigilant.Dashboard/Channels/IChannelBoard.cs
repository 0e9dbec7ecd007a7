using Vigilant.Dashboard.Layout;

namespace Vigilant.Dashboard.Channels;

/// <summary>What the channels page shows.</summary>
public interface IChannelBoard
{
    Task<ValueList<ChannelRow>> ListAsync(Guid project, CancellationToken stopping);
}
