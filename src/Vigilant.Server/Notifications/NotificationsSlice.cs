using Vigilant.Server.Hosting;
using Vigilant.Server.Hosting.Settings;
using Vigilant.Server.Notifications.Channels.Email;
using Vigilant.Server.Notifications.Channels.Webhook;
using Vigilant.Server.Notifications.Outbound;

namespace Vigilant.Server.Notifications;

static class NotificationsSlice
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddVigilantOptions<NotificationOptions, NotificationOptionsRules>(NotificationOptions.Section);
        services.AddVigilantOptions<OutboundOptions, OutboundOptionsRules>(OutboundOptions.Section);
        services.AddVigilantOptions<EmailOptions, EmailOptionsRules>(EmailOptions.Section);
        services.AddSingleton<OwnAddresses>();
        services.AddSingleton<OutboundConnector>();
        services.AddSingleton<TrustedRoots>();
        services.AddSingleton<OutboundHttp>();
        services.AddSingleton<IChannel, WebhookChannel>();
        services.AddSingleton<IChannel, EmailChannel>();
        services.AddSingleton<ChannelKinds>();
        services.AddSingleton<ChannelStore>();
        services.AddSingleton<ChannelDesk>();
        services.AddSingleton<TryChannel>();
        services.AddSingleton<DeliveryLog>();
        services.AddSingleton<NotificationStore>();
        services.AddSingleton<SendOnce>();
        services.AddSingleton<Ledger>();
        services.AddSingleton<Courier>();

        // Stopped in the reverse order: first the pass that starts deliveries, then what is in flight.
        services.AddSingleton<InFlight>();
        services.AddHostedService(provider => provider.GetRequiredService<InFlight>());
        services.AddPass<DeliverNotifications>();
        services.AddPass<PurgeNotifications>();
        return services;
    }

    public static RouteGroupBuilder MapNotifications(this RouteGroupBuilder v1)
    {
        v1.MapChannels();
        v1.MapDeliveryLog();
        return v1;
    }
}
