using System.Diagnostics.CodeAnalysis;

namespace Vigilant.Server.Notifications.Channels.Email;

/// <summary>The server said no, or spoke no SMTP. The message says at which step; what the server wrote is not quoted.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It is thrown in one place, always with the reply's number.")]
sealed class SmtpRefusedException(string message, int? code) : IOException(message)
{
    public int? Code => code;

    public bool IsPermanent => code is >= 500 and < 600;
}
