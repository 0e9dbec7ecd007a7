namespace Vigilant.Server.Notifications;

sealed record DeliveryFilter
{
    public Guid? Id { get; init; }

    public Guid? Alert { get; init; }

    public Guid? Channel { get; init; }

    public string? State { get; init; }

    /// <summary>The last one of the page before.</summary>
    public DeliveryCursor? Behind { get; init; }
}
