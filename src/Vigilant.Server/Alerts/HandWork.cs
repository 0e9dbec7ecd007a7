namespace Vigilant.Server.Alerts;

/// <summary>What came of somebody's acting on an alert.</summary>
abstract record HandWork
{
    internal sealed record Done : HandWork;

    internal sealed record NotThere : HandWork;

    internal sealed record AlreadyResolved(DateTimeOffset At, string By) : HandWork;
}
