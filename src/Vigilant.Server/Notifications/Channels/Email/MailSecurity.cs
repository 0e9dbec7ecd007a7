namespace Vigilant.Server.Notifications.Channels.Email;

enum MailSecurity
{
    None,
    StartTls,
    Tls,
}
