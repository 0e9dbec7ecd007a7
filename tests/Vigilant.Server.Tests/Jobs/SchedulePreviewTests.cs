using Vigilant.Testing;

namespace Vigilant.Server.Tests.Jobs;

public sealed class SchedulePreviewTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_preview_says_a_schedule_in_words_and_its_next_times()
    {
        var answer = await PreviewAsync("schedule=0%206%20*%20*%20*&from=2026-11-19T12:00:00Z&count=2");
        Assert.Equal(
            """["2026-11-20T06:00:00Z","2026-11-21T06:00:00Z"]""", answer.With(200)["next"]!.ToJsonString());
        Assert.Contains("06:00", (string?)answer["description"]);
    }

    [Fact]
    public async Task Changes_of_the_clocks_are_noted()
    {
        var answer = await PreviewAsync(
            "schedule=30%202%20*%20*%20*&timezone=Europe/Berlin&from=2026-10-24T12:00:00Z&count=3");
        Assert.Equal("2026-10-25T00:30:00Z", (string?)answer.With(200)["next"]![0]);
        Assert.Equal("2026-10-25T00:30:00Z", (string?)answer["notes"]![0]!["at"]);
    }

    [Theory]
    [InlineData("", "schedule")]
    [InlineData("schedule=0%200%2030%202%20*", "schedule")]
    [InlineData("schedule=61%20*%20*%20*%20*", "schedule")]
    [InlineData("schedule=every%201h&timezone=Mars", "timezone")]
    [InlineData("schedule=every%201h&count=101", "count")]
    [InlineData("schedule=every%200s", "schedule")]
    public async Task What_is_no_schedule_is_refused(string query, string field)
    {
        var answer = await PreviewAsync(query);
        Assert.NotNull(answer.With(400).Error(field));
    }

    Task<JsonAnswer> PreviewAsync(string query) => fixture.Client.GetJsonAsync($"/v1/schedules/preview?{query}");
}
