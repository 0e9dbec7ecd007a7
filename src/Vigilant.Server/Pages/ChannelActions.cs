using Vigilant.Dashboard.Channels;
using Vigilant.Dashboard.Layout;
using Vigilant.Server.Notifications;

namespace Vigilant.Server.Pages;

/// <summary>What people do to channels on the pages.</summary>
sealed class ChannelActions(ChannelStore channels, TryChannel attempt) : IChannelActions
{
    public async Task<ActionOutcome> TestAsync(Guid project, Guid channel, CancellationToken stopping)
    {
        if (await channels.FindAsync(project, channel, stopping) is not { } row)
        {
            return new ActionOutcome.NotFound();
        }

        var test = await attempt.RunAsync(project, row, stopping);
        return test.Delivered ? new ActionOutcome.Done() : new ActionOutcome.Refused(test.Detail);
    }
}
