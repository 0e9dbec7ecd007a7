using System.Globalization;
using Vigilant.Server.Notifications.Content;

namespace Vigilant.Server.Notifications.Channels.Email;

/// <summary>One line of the table of last runs.</summary>
sealed record RunWords(string State, string Started, string Took, string Exit)
{
    public static RunWords Of(ContentRun run) =>
        new(
            run.State ?? "",
            AlertWords.Time(run.StartedAt ?? run.EndedAt) ?? "",
            run.DurationMs is { } took ? AlertWords.Span(TimeSpan.FromMilliseconds(took)) : "",
            run.ExitStatus?.ToString(CultureInfo.InvariantCulture) ?? "");
}
