using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace Vigilant.Server.Notifications.Channels.Email;

/// <summary>
/// Writes the mail's bytes: ASCII only, lines short enough for every server. The Message-ID comes from the notification's id,
/// so that a mail which had to be sent twice is seen as one.
/// </summary>
static class MailWriter
{
    const int Base64Line = 57;

    public static Mail Write(Guid id, MailAddress from, IReadOnlyList<MailAddress> to, MailText text, DateTimeOffset now)
    {
        var boundary = $"vigilant-{id:N}";
        var mail = new StringBuilder();
        Header(mail, "From", Address(from));
        Header(mail, "To", string.Join(",\r\n ", to.Select(Address)));
        Header(mail, "Subject", MailHeader.Encode(text.Subject));
        Header(mail, "Date", now.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Header(mail, "Message-ID", $"<{id:N}@{from.Host}>");
        Header(mail, "Auto-Submitted", "auto-generated");
        Header(mail, "MIME-Version", "1.0");
        Header(mail, "Content-Type", $"multipart/alternative;\r\n boundary=\"{boundary}\"");
        mail.Append("\r\n");
        Part(mail, boundary, "text/plain", text.Plain);
        Part(mail, boundary, "text/html", text.Html);
        mail.Append("--").Append(boundary).Append("--\r\n");
        return new Mail(from.Address, [.. to.Select(one => one.Address)], Encoding.ASCII.GetBytes(mail.ToString()));
    }

    static void Header(StringBuilder mail, string name, string value) => mail.Append(name).Append(": ").Append(value).Append("\r\n");

    static string Address(MailAddress address) =>
        address.DisplayName.Length > 0 ? $"{MailHeader.Phrase(address.DisplayName)} <{address.Address}>" : address.Address;

    static void Part(StringBuilder mail, string boundary, string type, string text)
    {
        mail.Append("--").Append(boundary).Append("\r\n");
        Header(mail, "Content-Type", type + "; charset=utf-8");
        Header(mail, "Content-Transfer-Encoding", "base64");
        mail.Append("\r\n");
        foreach (var line in Encoding.UTF8.GetBytes(text).Chunk(Base64Line))
        {
            mail.Append(Convert.ToBase64String(line)).Append("\r\n");
        }
    }
}
