namespace Vigilant.Server.Notifications;

sealed class NotificationOptions
{
    public const string Section = "Vigilant:Notifications";

    /// <summary>How many notifications of one channel this node sends at the same time. 4 by default, 1 to 64.</summary>
    public int InFlightPerChannel { get; set; } = 4;

    /// <summary>How many this node sends at the same time altogether. 512 by default, 16 to 10,000; failing channels get half.</summary>
    public int InFlight { get; set; } = 512;

    /// <summary>How long a claim holds when its node dies. 60 seconds by default; longer than any send takes.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long finished notifications are kept. 90 days by default, at least 2 days.</summary>
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromDays(90);
}
