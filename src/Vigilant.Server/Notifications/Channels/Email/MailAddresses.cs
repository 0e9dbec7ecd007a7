using System.Net.Mail;

namespace Vigilant.Server.Notifications.Channels.Email;

static class MailAddresses
{
    /// <summary>Null when it is no address that every mail server takes: one, in ASCII, without control characters.</summary>
    public static MailAddress? Parse(string text) =>
        text.Length is > 0 and <= 320
        && !text.Any(char.IsControl)
        && MailAddress.TryCreate(text, out var address)
        && address.Address.All(letter => char.IsAscii(letter) && letter is not ('<' or '>' or ' '))
            ? address
            : null;
}
