using System.Text.Json.Nodes;
using Vigilant.Contracts;
using Vigilant.Domain.Jobs;
using Vigilant.Server.Notifications.Channels.Webhook;

namespace Vigilant.Server.Notifications;

/// <summary>The kinds of channels there are, and what each says about settings.</summary>
sealed class ChannelKinds(IEnumerable<IChannel> channels)
{
    const int LongestName = 100;
    readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(channel => channel.Kind);

    public FieldErrors Check(ChannelSettings settings)
    {
        var errors = new FieldErrors();
        if (settings.Name is not { Length: > 0 and <= LongestName } name || name.Any(char.IsControl) || name.Trim() != name)
        {
            errors.Add("name", $"must have from 1 to {LongestName} characters, without control characters and outer spaces");
        }

        if (settings.Kind is null || !_channels.TryGetValue(settings.Kind, out var channel))
        {
            errors.Add("kind", $"must be {string.Join(" or ", _channels.Keys.Order(StringComparer.Ordinal))}");
            return errors;
        }

        foreach (var (setting, why) in channel.Check(settings.Settings ?? []))
        {
            errors.Add($"settings.{setting}", why);
        }

        return errors;
    }

    /// <summary>A secret to sign with, for the kinds that sign.</summary>
    public string? NewSecret(string kind) => _channels[kind].Signs ? WebhookSignature.NewSecret() : null;

    /// <summary>New settings over old ones: what was not shown, and so not sent back, is kept.</summary>
    public JsonObject Merge(ChannelRow old, JsonObject? next) =>
        next is null ? old.Settings : _channels.TryGetValue(old.Kind, out var channel) ? channel.Merge(old.Settings, next) : next;

    /// <summary>The channel as it may be shown.</summary>
    public Channel Show(ChannelRow row) =>
        new()
        {
            Id = row.Id,
            Name = row.Name,
            Kind = row.Kind,
            Settings = _channels.TryGetValue(row.Kind, out var channel) ? channel.Show(row.Settings) : [],
            Fallback = row.Fallback,
            Enabled = row.Enabled,
            CreatedAt = row.CreatedAt,
            FailingSince = row.FailingSince,
            LastError = row.LastError,
            DisabledWhy = row.DisabledWhy,
        };
}
