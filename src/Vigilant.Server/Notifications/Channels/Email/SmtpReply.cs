namespace Vigilant.Server.Notifications.Channels.Email;

/// <summary>A server's answer: its number and its lines.</summary>
sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsGood => Code is >= 200 and < 400;

    public bool IsPermanent => Code is >= 500 and < 600;

    /// <summary>Whether an EHLO's answer offers this.</summary>
    public bool Offers(string extension) =>
        Lines.Skip(1).Any(line => line.Split(' ')[0].Equals(extension, StringComparison.OrdinalIgnoreCase));

    public bool OffersSignIn(string way) =>
        Lines.Skip(1).Any(line => line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase)
            && line.Split(' ', '=').Contains(way, StringComparer.OrdinalIgnoreCase));
}
