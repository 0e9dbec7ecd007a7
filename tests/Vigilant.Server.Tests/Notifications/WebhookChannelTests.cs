using System.Text;
using System.Text.Json.Nodes;
using Vigilant.Server.Notifications.Channels.Webhook;

namespace Vigilant.Server.Tests.Notifications;

public sealed class WebhookChannelTests : ChannelContract
{
    protected override string Kind => "webhook";

    // The vector of Standard Webhooks 1.0.0.
    [Fact]
    public void The_signature_is_that_of_Standard_Webhooks() =>
        Assert.Equal(
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            WebhookSignature.Sign(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "1614265330",
                Encoding.UTF8.GetBytes("""{"test": 2432232314}""")));

    [Fact]
    public void Every_channel_has_a_secret_of_its_own()
    {
        var secret = WebhookSignature.NewSecret();
        Assert.NotEqual(secret, WebhookSignature.NewSecret());
        Assert.Equal(32, Convert.FromBase64String(secret["whsec_".Length..]).Length);
    }

    protected override JsonObject Settings(int port, bool encrypted) =>
        new() { ["url"] = $"{(encrypted ? "https" : "http")}://127.0.0.1:{port}/{Secret}?token={Secret}" };
}
