namespace Vigilant.Contracts;

/// <summary>One line of the delivery log.</summary>
public sealed record Notification
{
    /// <summary>Also the <c>webhook-id</c>; the same for every try.</summary>
    public required Guid Id { get; init; }

    /// <summary><c>firing</c>, <c>resolved</c>, <c>test</c> or <c>undelivered</c>.</summary>
    public required string Event { get; init; }

    /// <summary><c>pending</c>, <c>delivered</c> or <c>given_up</c>.</summary>
    public required string State { get; init; }

    /// <summary>The channel it goes over.</summary>
    public required Guid ChannelId { get; init; }

    /// <summary>That channel's name; null when it was deleted.</summary>
    public string? ChannelName { get; init; }

    /// <summary>The alert it tells of.</summary>
    public Guid? AlertId { get; init; }

    /// <summary>The job that alert is about.</summary>
    public Guid? JobId { get; init; }

    /// <summary>When it was decided to tell.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is tried next; null when it is finished.</summary>
    public DateTimeOffset? NextTryAt { get; init; }

    /// <summary>When the other side took it.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>How many tries there were.</summary>
    public required int Attempts { get; init; }

    /// <summary>The number of the last answer (HTTP or SMTP).</summary>
    public int? Status { get; init; }

    /// <summary>How the last try failed.</summary>
    public string? Error { get; init; }
}
