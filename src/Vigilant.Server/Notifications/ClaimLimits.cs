namespace Vigilant.Server.Notifications;

/// <summary>How much may be claimed now, and what this node is already sending.</summary>
sealed record ClaimLimits(TimeSpan Lease, int PerChannel, int Free, int FreeForFailing)
{
    public required Guid[] InFlight { get; init; }

    public required Guid[] BusyChannels { get; init; }

    public required int[] BusyCounts { get; init; }
}
