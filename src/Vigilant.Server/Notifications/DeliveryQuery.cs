using Microsoft.AspNetCore.Mvc;
using Vigilant.Domain.Jobs;

namespace Vigilant.Server.Notifications;

/// <summary>The query of GET /v1/notifications.</summary>
readonly record struct DeliveryQuery(
    [property: FromQuery] string? State,
    [property: FromQuery] Guid? Channel,
    [property: FromQuery] Guid? Alert,
    [property: FromQuery] int? Limit,
    [property: FromQuery] string? Cursor)
{
    const int MostAtOnce = 500;
    const int UsuallyAtOnce = 100;

    public int AtMost => Limit ?? UsuallyAtOnce;

    public DeliveryFilter Read(FieldErrors errors)
    {
        if (State is not (null or "pending" or "delivered" or "given_up"))
        {
            errors.Add("state", "must be pending, delivered or given_up");
        }

        if (AtMost is < 1 or > MostAtOnce)
        {
            errors.Add("limit", $"must be from 1 to {MostAtOnce}, was {AtMost}");
        }

        var behind = Cursor is null ? null : DeliveryCursor.Read(Cursor);
        if (Cursor is not null && behind is null)
        {
            errors.Add("cursor", "is none that was given out here; begin again without it");
        }

        return new DeliveryFilter { State = State, Channel = Channel, Alert = Alert, Behind = behind };
    }
}
