namespace Vigilant.Server.Notifications;

/// <summary>What a send needs to know of the channel.</summary>
sealed record ClaimedChannel(string Name, string Kind, string Settings, string? Secret, bool Enabled)
{
    public string? DisabledWhy { get; init; }

    public int Failures { get; init; }

    public DateTimeOffset? FailingSince { get; init; }

    public string? LastError { get; init; }
}
