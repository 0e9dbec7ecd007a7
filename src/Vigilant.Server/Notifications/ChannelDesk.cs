using Vigilant.Contracts;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Notifications;

/// <summary>Makes rows of what was asked for.</summary>
sealed class ChannelDesk(ChannelStore store, ChannelKinds kinds, NodeClock clock)
{
    public ChannelStore Store => store;

    public ChannelKinds Kinds => kinds;

    public ChannelRow New(ChannelSettings asked)
    {
        var now = clock.Now;
        return new ChannelRow(Guid.CreateVersion7(now), asked.Name!, asked.Kind!, asked.Settings!)
        {
            Fallback = asked.Fallback,
            Enabled = asked.Enabled ?? true,
            CreatedAt = now,
            Secret = kinds.NewSecret(asked.Kind!),
        };
    }

    /// <summary>What is asked for, with the kept secrets in it; name and kind may be left out.</summary>
    public ChannelSettings Over(ChannelRow old, ChannelSettings asked) =>
        asked with
        {
            Name = asked.Name ?? old.Name,
            Kind = asked.Kind is null || asked.Kind == old.Kind ? old.Kind : null,
            Settings = kinds.Merge(old, asked.Settings),
        };

    public static ChannelRow Row(ChannelRow old, ChannelSettings next) =>
        old with { Name = next.Name!, Settings = next.Settings!, Fallback = next.Fallback, Enabled = next.Enabled ?? true };
}
