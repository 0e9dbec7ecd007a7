namespace Vigilant.Dashboard.Layout;

/// <summary>The numbers around every page.</summary>
/// <param name="OpenAlerts">Alerts that are firing or acknowledged.</param>
/// <param name="SomebodyIsTold">Whether at least one channel is there and enabled.</param>
/// <param name="FailingChannels">Channels whose last delivery failed or that were disabled for it.</param>
public sealed record Frame(int OpenAlerts, bool SomebodyIsTold, int FailingChannels);
