using System.Text;
using Vigilant.Server.Notifications.Content;

namespace Vigilant.Server.Notifications.Channels.Email;

/// <summary>The mail of a notification: subject, text and HTML say the same.</summary>
static class EmailTemplate
{
    const string Test = "This is a test. If you read it, this channel works: alerts will come here.";

    public static MailText Of(NotificationContent content)
    {
        var words = new AlertWords(content);
        return words.IsTest
            ? new MailText(words.Subject, Test + "\n", EmailHtml.OfTest(words.Subject, Test))
            : new MailText(words.Subject, Plain(words), EmailHtml.Of(words));
    }

    static string Plain(AlertWords words)
    {
        var text = new StringBuilder();
        Paragraph(text, words.Undelivered);
        Paragraph(text, words.Headline + (words.Reason is { Length: > 0 } reason ? $": {reason}" : ""));
        Paragraph(text, words.Unconfirmed);
        Table(text, words.Story());
        Table(text, words.Links());
        Table(text, words.Facts());
        Paragraph(text, words.Output is { } output ? "Last output:\n\n" + Indent(output) : null);
        Runs(text, words.Runs);
        return text.ToString();
    }

    static void Paragraph(StringBuilder text, string? paragraph)
    {
        if (!string.IsNullOrEmpty(paragraph))
        {
            text.Append(paragraph).Append("\n\n");
        }
    }

    static void Table(StringBuilder text, IEnumerable<(string Label, string Text)> lines)
    {
        var before = text.Length;
        foreach (var (label, line) in lines)
        {
            text.Append((label + ":").PadRight(14)).Append(line).Append('\n');
        }

        text.Append(text.Length > before ? "\n" : "");
    }

    static void Runs(StringBuilder text, IReadOnlyList<RunWords> runs)
    {
        if (runs.Count == 0)
        {
            return;
        }

        text.Append("Last runs:\n\n");
        foreach (var run in runs)
        {
            var exit = run.Exit.Length > 0 ? $"exit {run.Exit}" : "";
            text.Append($"  {run.State,-12}{run.Started,-28}{run.Took,-14}{exit}".TrimEnd()).Append('\n');
        }
    }

    static string Indent(string output) => "  " + output.ReplaceLineEndings("\n  ");
}
