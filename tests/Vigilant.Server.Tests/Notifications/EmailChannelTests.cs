using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Vigilant.Domain.Notifications;
using Vigilant.Server.Notifications;
using Vigilant.Server.Notifications.Outbound;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Notifications;

public sealed class EmailChannelTests : ChannelContract
{
    protected override string Kind => "email";

    [Theory]
    [InlineData("plain", "none")]
    [InlineData("starttls", "starttls")]
    [InlineData("tls", "tls")]
    public async Task A_real_mail_server_takes_the_mail(string mode, string security)
    {
        using var server = await MailServer.StartAsync(mode);
        var settings = Mail(server, security, "ops@example.test");
        Assert.Equal(new Delivery.Sent { Status = 250 }, await SendAsync(server, settings));

        var mail = Assert.Single(server.Mails);
        Assert.Contains("X-Envelope-To: ops@example.test", mail, StringComparison.Ordinal);
        Assert.Contains("Subject: [critical] billing/backup missed: no success since 06:00", mail, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", mail, StringComparison.Ordinal);
        Assert.Contains("Message-ID: <", mail, StringComparison.Ordinal);
        Assert.Contains("Content-Type: multipart/alternative", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_authority_a_certificate_is_not_trusted()
    {
        using var server = await MailServer.StartAsync("starttls");
        var refused = Assert.IsType<Delivery.TryAgain>(await SendAsync(server, Mail(server, "starttls", "ops@example.test"), trust: false));
        Assert.Contains("certificate", refused.Why, StringComparison.Ordinal);
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task Required_encryption_that_is_not_offered_sends_nothing()
    {
        using var server = await MailServer.StartAsync("plain");
        var again = Assert.IsType<Delivery.TryAgain>(await SendAsync(server, Mail(server, "starttls", "ops@example.test")));
        Assert.Contains("no STARTTLS", again.Why, StringComparison.Ordinal);
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task A_wrong_password_is_given_up_and_not_told()
    {
        using var server = await MailServer.StartAsync("tls");
        var settings = Mail(server, "tls", "ops@example.test");
        settings["password"] = Secret;
        var given = Assert.IsType<Delivery.GiveUp>(await SendAsync(server, settings));
        Assert.Equal(535, given.Status);
        Assert.DoesNotContain(Secret, given.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipient_that_does_not_exist_keeps_the_mail_from_nobody_else()
    {
        using var server = await MailServer.StartAsync("plain");
        var sent = Assert.IsType<Delivery.Sent>(await SendAsync(server, Mail(server, "none", "unknown@example.test", "ops@example.test")));
        Assert.Equal("The mail server refused 1 of 2 recipients.", sent.Note);
        Assert.Contains("X-Envelope-To: ops@example.test\r\n", Assert.Single(server.Mails), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unknown@example.test", 550, true)]
    [InlineData("later@example.test", 451, false)]
    public async Task A_permanent_no_is_given_up_and_a_temporary_one_tried_again(string recipient, int status, bool permanent)
    {
        using var server = await MailServer.StartAsync("plain");
        var delivery = await SendAsync(server, Mail(server, "none", recipient));
        Assert.Equal(status, delivery.Status);
        Assert.Equal(permanent, delivery is Delivery.GiveUp);
        Assert.Empty(server.Mails);
    }

    protected override JsonObject Settings(int port, bool encrypted) =>
        new()
        {
            ["host"] = "127.0.0.1",
            ["port"] = port,
            ["security"] = encrypted ? "tls" : "starttls",
            ["user"] = "u",
            ["password"] = Secret,
            ["from"] = "vigilant@example.test",
            ["to"] = "ops@example.test",
        };

    static JsonObject Mail(MailServer server, string security, params string[] to)
    {
        var settings = new JsonObject
        {
            ["host"] = "localhost",
            ["port"] = server.Port,
            ["security"] = security,
            ["from"] = "Vigilant <vigilant@example.test>",
            ["to"] = new JsonArray([.. to.Select(one => JsonValue.Create(one))]),
        };
        if (security != "none" && !to.Contains("nobody"))
        {
            settings["user"] = MailServer.User;
            settings["password"] = MailServer.Password;
        }

        return settings;
    }

    static async Task<Delivery> SendAsync(MailServer server, JsonObject settings, bool trust = true)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var desk = new Desk(
            database, TimeProvider.System, services => services.Configure<OutboundOptions>(options => options.CaFile = trust ? server.CaFile : ""));
        var channel = desk.Get<IEnumerable<IChannel>>().Single(channel => channel.Kind == "email");
        var message = new Message(
            Guid.CreateVersion7(Rows.Start), NotificationEvent.Firing, Contents.Of("firing"), settings.ToJsonString(), null);
        return await channel.SendAsync(message, TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }
}
