using System.Globalization;
using System.Text.Json.Nodes;

namespace Vigilant.Server.Notifications.Channels.Email;

/// <summary>
/// Where mail is handed over. Text as it was given; <see cref="MailServerRules"/> says whether it is right. Trusted means set by
/// the administrator: it may be at a private address.
/// </summary>
sealed record MailServer(string Host, string Port, string Security, string From, bool Trusted)
{
    public string User { get; init; } = "";

    public string Password { get; init; } = "";

    public int PortNumber => int.TryParse(Port, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0;

    public MailSecurity? Mode => Security.ToUpperInvariant() switch
    {
        "NONE" => MailSecurity.None,
        "STARTTLS" => MailSecurity.StartTls,
        "TLS" => MailSecurity.Tls,
        _ => null,
    };

    public static MailServer Of(EmailOptions options) =>
        new(options.Host, options.Port.ToString(CultureInfo.InvariantCulture), options.Security, options.From, Trusted: true)
        {
            User = options.User,
            Password = options.Password,
        };

    /// <summary>
    /// The channel's own server when it names one; else the administrator's. Never mixed, so that a channel cannot have the
    /// administrator's password sent to a host of its choice; only the sender is taken over.
    /// </summary>
    public static MailServer Of(JsonObject settings, EmailOptions options)
    {
        var from = EmailSettings.Text(settings, "from") ?? options.From;
        if (EmailSettings.Text(settings, "host") is not { Length: > 0 } host)
        {
            return Of(options) with { From = from };
        }

        var security = EmailSettings.Text(settings, "security") ?? "starttls";
        return new MailServer(host, EmailSettings.Text(settings, "port") ?? UsualPort(security), security, from, Trusted: false)
        {
            User = EmailSettings.Text(settings, "user") ?? "",
            Password = EmailSettings.Text(settings, "password") ?? "",
        };
    }

    static string UsualPort(string security) => security.ToUpperInvariant() switch
    {
        "TLS" => "465",
        "NONE" => "25",
        _ => "587",
    };
}
