namespace Vigilant.Server.Hosting;

/// <summary>The server cannot start here and now; the message tells a person what to do. No stack trace helps them.</summary>
sealed class StartRefusedException(string message) : Exception(message);
