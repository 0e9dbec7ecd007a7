namespace Vigilant.Server.Notifications.Channels.Email;

/// <summary>What a mail says.</summary>
sealed record MailText(string Subject, string Plain, string Html);
