namespace Vigilant.Contracts;

/// <summary>The delivery of an alert over one channel.</summary>
public sealed record AlertNotification
{
    /// <summary>Stays the same over retries; webhooks carry it as <c>webhook-id</c>.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name of the channel; its id when the channel is gone.</summary>
    public required string Channel { get; init; }

    /// <summary>firing or resolved.</summary>
    public required string Event { get; init; }

    /// <summary>pending, delivered or given_up.</summary>
    public required string State { get; init; }

    /// <summary>When it was decided to tell.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>When the receiver took it.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Why the last try failed.</summary>
    public string? LastError { get; init; }
}
