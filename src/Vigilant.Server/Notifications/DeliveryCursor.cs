using System.Buffers.Binary;
using System.Buffers.Text;

namespace Vigilant.Server.Notifications;

/// <summary>The last notification of a page: the next one begins behind it.</summary>
sealed record DeliveryCursor(DateTimeOffset CreatedAt, Guid Id)
{
    const int TimeLength = sizeof(long);
    const int Length = TimeLength + 16;

    public string Write()
    {
        var time = new byte[TimeLength];
        BinaryPrimitives.WriteInt64BigEndian(time, CreatedAt.UtcTicks);
        return Base64Url.EncodeToString([.. time, .. Id.ToByteArray()]);
    }

    /// <summary>Null when it is no cursor.</summary>
    public static DeliveryCursor? Read(string text)
    {
        if (!Base64Url.IsValid(text, out var length) || length != Length)
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        return ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new DeliveryCursor(new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(bytes.AsSpan(TimeLength)))
            : null;
    }
}
