using System.Net.Mail;
using System.Text;
using Vigilant.Server.Notifications.Channels.Email;

namespace Vigilant.Server.Tests.Notifications;

public sealed class MailWriterTests
{
    [Theory]
    [InlineData("a\r\nBcc: evil@example.test", "a  Bcc: evil@example.test")]
    [InlineData("a\nb\0c\u0085d", "a b c d")]
    public void A_subject_cannot_begin_another_header(string subject, string written) =>
        Assert.Equal(written, MailHeader.Encode(subject));

    [Theory]
    [InlineData("Süddeutsche Läufe: nächtlich 😀 und so weiter, bis die Zeile ganz gewiss zu lang geworden ist")]
    [InlineData("=?utf-8?B?aGVsbG8=?=")]
    public void Other_letters_are_encoded_in_words_that_stand_alone(string subject)
    {
        var encoded = MailHeader.Encode(subject);
        Assert.All(encoded.Split("\r\n "), word => Assert.InRange(word.Length, 1, 75));
        Assert.Equal(subject, string.Concat(encoded.Split("\r\n ").Select(Decode)));
    }

    [Fact]
    public void The_same_notification_has_the_same_Message_ID_however_often_it_is_sent()
    {
        var id = Guid.CreateVersion7(Rows.Start);
        Assert.Contains($"Message-ID: <{id:N}@example.test>\r\n", Write(id, Rows.Start), StringComparison.Ordinal);
        Assert.Contains($"Message-ID: <{id:N}@example.test>\r\n", Write(id, Rows.Start.AddHours(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_is_longer_than_mail_allows() =>
        Assert.All(Write(Guid.Empty, Rows.Start).Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));

    [Theory]
    [InlineData(".\r\n", "..\r\n.\r\n")]
    [InlineData("a\r\n.b", "a\r\n..b\r\n.\r\n")]
    [InlineData("a.b\r\n", "a.b\r\n.\r\n")]
    public void A_dot_at_the_begin_of_a_line_does_not_end_the_mail(string mail, string data) =>
        Assert.Equal(data, Encoding.ASCII.GetString(SmtpData.Of(Encoding.ASCII.GetBytes(mail))));

    static string Write(Guid id, DateTimeOffset now) =>
        Encoding.ASCII.GetString(MailWriter.Write(
            id, new MailAddress("v@example.test"), [new MailAddress("o@example.test")], new MailText("s", new string('x', 500), "<p>y"), now).Bytes);

    static string Decode(string word) => Encoding.UTF8.GetString(Convert.FromBase64String(word["=?utf-8?B?".Length..^2]));
}
