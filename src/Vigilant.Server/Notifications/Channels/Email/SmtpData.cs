namespace Vigilant.Server.Notifications.Channels.Email;

/// <summary>A mail as it goes over the line: dots at the begin of a line doubled, and the dot that ends it.</summary>
static class SmtpData
{
    public static byte[] Of(ReadOnlySpan<byte> mail)
    {
        var data = new List<byte>(mail.Length + 64);
        var lineBegins = true;
        foreach (var letter in mail)
        {
            if (lineBegins && letter == '.')
            {
                data.Add((byte)'.');
            }

            data.Add(letter);
            lineBegins = letter == '\n';
        }

        data.AddRange(lineBegins ? ".\r\n"u8 : "\r\n.\r\n"u8);
        return [.. data];
    }
}
