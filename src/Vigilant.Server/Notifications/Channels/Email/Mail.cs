namespace Vigilant.Server.Notifications.Channels.Email;

/// <summary>A finished mail: the envelope's addresses and the message's bytes.</summary>
sealed record Mail(string From, IReadOnlyList<string> To, byte[] Bytes);
