using System.Text.Json;
using Vigilant.Server.Notifications.Channels.Email;
using Vigilant.Server.Notifications.Content;

namespace Vigilant.Server.Tests.Notifications;

public sealed class EmailTemplateTests
{
    [Theory]
    [InlineData("firing", "[critical] billing/backup missed: no success since 06:00")]
    [InlineData("resolved", "Resolved: billing/backup missed, after 9 min")]
    public void The_subject_says_what_is_wrong_and_since_when(string @event, string subject) =>
        Assert.Equal(subject, Mail(@event).Subject);

    [Fact]
    public void Text_and_html_carry_everything_needed_to_act()
    {
        var mail = Mail("firing");
        string[] needed =
        [
            "billing/backup missed", "no success since 06:00", "production", "critical", "team: payments", "0 6 * * * (Europe/Berlin)",
            "A success by 06:00, with 10 minutes of grace", "Nothing since yesterday 06:02", "Nightly dump of the ledger",
            "https://vigilant.example/alerts/1", "https://wiki.example/backup", "dumping ledger", "exit 28", "failed", "succeeded",
            "19 Nov 2026, 06:00:01 UTC", "2 min 12 s",
        ];
        foreach (var text in needed)
        {
            Assert.Contains(text, mail.Plain, StringComparison.Ordinal);
            Assert.Contains(text, mail.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_a_job_printed_is_never_markup()
    {
        var mail = Mail("firing");
        Assert.Contains("<b>disk full</b> & tired", mail.Plain, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;disk full&lt;/b&gt; &amp; tired", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>disk", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_web_addresses_become_links()
    {
        var content = new NotificationContent
        {
            Type = "alert.firing",
            Data = new ContentData { Job = new ContentJob { Service = "a", Name = "b", RunbookUrl = "javascript:alert(1)" } },
        };
        Assert.DoesNotContain("javascript", EmailTemplate.Of(content).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_in_an_address_cannot_leave_its_attribute()
    {
        var content = new NotificationContent
        {
            Data = new ContentData { Job = new ContentJob { Service = "a", Name = "b", RunbookUrl = "https://x.example/\" onload=\"x" } },
        };
        Assert.DoesNotContain("\" onload", EmailTemplate.Of(content).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_forwarded_to_the_fallback_says_which_channel_could_not_be_reached()
    {
        var content = Content("firing");
        var forwarded = content with
        {
            Data = content.Data! with
            {
                Undelivered = new ContentUndelivered
                {
                    Event = "firing",
                    Why = "The receiver answered 410: it is gone for good.",
                    Channel = new ContentChannel { Name = "ops hook" },
                },
            },
        };
        var mail = EmailTemplate.Of(forwarded);
        Assert.Equal("ops hook could not be reached. [critical] billing/backup missed: no success since 06:00", mail.Subject);
        Assert.Contains("the channel ops hook could not be reached. The receiver answered 410", mail.Plain, StringComparison.Ordinal);
        Assert.Contains("the channel ops hook could not be reached. The receiver answered 410", mail.Html, StringComparison.Ordinal);
        Assert.Contains("A success by 06:00", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"type":"alert.firing","data":{}}""")]
    [InlineData("""{"type":"alert.firing","data":{"alert":{},"job":{},"last_runs":[{}]}}""")]
    public void A_content_with_holes_still_makes_a_mail(string content)
    {
        var mail = EmailTemplate.Of(JsonSerializer.Deserialize(content, ContentJson.Default.NotificationContent)!);
        Assert.NotEmpty(mail.Subject);
        Assert.NotEmpty(mail.Plain);
    }

    static MailText Mail(string @event) => EmailTemplate.Of(Content(@event));

    static NotificationContent Content(string @event) =>
        JsonSerializer.Deserialize(Contents.Of(@event), ContentJson.Default.NotificationContent)!;
}
