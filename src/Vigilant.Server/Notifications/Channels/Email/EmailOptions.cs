namespace Vigilant.Server.Notifications.Channels.Email;

/// <summary>The mail server that channels use when they name none of their own.</summary>
sealed class EmailOptions
{
    public const string Section = "Vigilant:Email";

    /// <summary>The SMTP server's name or address. Empty by default: then each channel must name one.</summary>
    public string Host { get; set; } = "";

    /// <summary>587 by default; 465 is usual with <c>tls</c>, 25 with <c>none</c>.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Empty when the server asks for no sign-in.</summary>
    public string User { get; set; } = "";

    /// <summary>Never sent without TLS.</summary>
    public string Password { get; set; } = "";

    /// <summary>The sender: <c>vigilant@example.com</c> or <c>Vigilant &lt;vigilant@example.com&gt;</c>.</summary>
    public string From { get; set; } = "";

    /// <summary><c>starttls</c> (default, required), <c>tls</c> (from the first byte) or <c>none</c>.</summary>
    public string Security { get; set; } = "starttls";
}
