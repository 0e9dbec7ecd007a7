using System.Text.Json.Nodes;

namespace Vigilant.Server.Notifications;

static class TestContent
{
    public static string Of(ChannelRow channel, DateTimeOffset now) =>
        new JsonObject
        {
            ["type"] = "channel.test",
            ["timestamp"] = UtcText.Of(now),
            ["data"] = new JsonObject
            {
                ["channel"] = new JsonObject { ["id"] = channel.Id, ["name"] = channel.Name, ["kind"] = channel.Kind },
                ["message"] = "This is a test. If you read it, this channel works.",
            },
        }.ToJsonString();
}
