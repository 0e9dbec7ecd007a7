using System.Text;

namespace Vigilant.Server.Notifications.Channels.Email;

/// <summary>Hands one mail to one server: greet, encrypt, sign in, envelope, data.</summary>
sealed class SmtpSession(SmtpConnection connection, MailServer server)
{
    const string Us = "vigilant";

    /// <summary>Returns the number the server accepted the mail with, and how many recipients it refused for good.</summary>
    /// <exception cref="SmtpRefusedException">The server refused at some step.</exception>
    public async Task<(int Code, int Refused)> SendAsync(Mail mail, CancellationToken stopping)
    {
        var greeting = await OpenAsync(stopping);
        await SignInAsync(greeting, stopping);
        var refused = await EnvelopeAsync(mail, stopping);
        Expect(await connection.AskAsync("DATA", stopping), "did not take the mail");
        await connection.WriteAsync(SmtpData.Of(mail.Bytes), stopping);
        var accepted = Expect(await connection.ReadReplyAsync(stopping), "did not accept the mail");
        return (accepted.Code, refused);
    }

    async Task<SmtpReply> OpenAsync(CancellationToken stopping)
    {
        if (server.Mode is MailSecurity.Tls)
        {
            await connection.EncryptAsync(server.Host, stopping);
        }

        Expect(await connection.ReadReplyAsync(stopping), "does not want to talk");
        var hello = await HelloAsync(stopping);
        if (server.Mode is not MailSecurity.StartTls)
        {
            return hello;
        }

        if (!hello.Offers("STARTTLS"))
        {
            throw new SmtpRefusedException("The mail server offers no STARTTLS. Set security to tls or none if that is right.", null);
        }

        Expect(await connection.AskAsync("STARTTLS", stopping), "refused STARTTLS");
        await connection.EncryptAsync(server.Host, stopping);
        return await HelloAsync(stopping);
    }

    async Task<SmtpReply> HelloAsync(CancellationToken stopping) =>
        Expect(await connection.AskAsync($"EHLO {Us}", stopping), "did not greet back");

    async Task SignInAsync(SmtpReply hello, CancellationToken stopping)
    {
        if (server.User.Length == 0)
        {
            return;
        }

        if (!connection.IsEncrypted)
        {
            throw new SmtpRefusedException("The password was not sent, because the connection is not encrypted.", null);
        }

        if (hello.OffersSignIn("PLAIN") || !hello.OffersSignIn("LOGIN"))
        {
            var plain = Base64($"\0{server.User}\0{server.Password}");
            Expect(await connection.AskAsync($"AUTH PLAIN {plain}", stopping), "refused user and password");
            return;
        }

        Expect(await connection.AskAsync("AUTH LOGIN", stopping), "refused the sign-in");
        Expect(await connection.AskAsync(Base64(server.User), stopping), "refused the user");
        Expect(await connection.AskAsync(Base64(server.Password), stopping), "refused user and password");
    }

    // A recipient that is refused for good must not keep the mail from the others; one refused for now is worth the whole mail
    // again, which nobody has got yet.
    async Task<int> EnvelopeAsync(Mail mail, CancellationToken stopping)
    {
        Expect(await connection.AskAsync($"MAIL FROM:<{mail.From}>", stopping), "refused the sender");
        var refused = 0;
        foreach (var recipient in mail.To)
        {
            var reply = await connection.AskAsync($"RCPT TO:<{recipient}>", stopping);
            refused += reply.IsPermanent ? 1 : 0;
            if (!reply.IsPermanent || refused == mail.To.Count)
            {
                Expect(reply, mail.To.Count == 1 ? "refused the recipient" : "refused a recipient");
            }
        }

        return refused;
    }

    static SmtpReply Expect(SmtpReply reply, string complaint) =>
        reply.IsGood ? reply : throw new SmtpRefusedException($"The mail server {complaint} ({reply.Code}).", reply.Code);

    static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
