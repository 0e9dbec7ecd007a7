namespace Vigilant.Server.Notifications.Channels.Email;

static class MailServerRules
{
    /// <summary>What is wrong: the setting and a rule with the value found.</summary>
    public static IEnumerable<(string Key, string Rule)> Check(MailServer server)
    {
        if (Uri.CheckHostName(server.Host) is UriHostNameType.Unknown)
        {
            yield return (nameof(EmailOptions.Host), $"must be the name or address of a mail server, was '{server.Host}'");
        }

        if (server.PortNumber is < 1 or > 65535)
        {
            yield return (nameof(EmailOptions.Port), $"must be from 1 to 65535, was '{server.Port}'");
        }

        if (server.Mode is null)
        {
            yield return (nameof(EmailOptions.Security), $"must be starttls, tls or none, was '{server.Security}'");
        }

        if (MailAddresses.Parse(server.From) is null)
        {
            yield return (nameof(EmailOptions.From), $"must be a mail address, was '{server.From}'");
        }

        if (server.Mode is MailSecurity.None && server.Password.Length > 0)
        {
            yield return (nameof(EmailOptions.Security), "must be starttls or tls where there is a password: it is never sent unencrypted");
        }

        if (server.User.Length > 0 != server.Password.Length > 0)
        {
            yield return (nameof(EmailOptions.Password), "must be set when a user is set, and only then");
        }
    }
}
