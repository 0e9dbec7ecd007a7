using System.Text.Json.Nodes;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Runs;

/// <summary>Signals and operations meet on the same runs at the same time.</summary>
public sealed class OperationRaceTests : OperationsOverApi
{
    const int Runs = 90;
    static readonly string[] Legal = ["queued", "started", "succeeded", "failed"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task No_requested_kill_is_lost_and_no_run_comes_into_a_state_that_it_was_not_told(int seed)
    {
        await using var other = await TestServer.StartAsync(Slow(Server.Database));
        var runs = await QueueAsync(Runs);
        var kill = await StartAsync("""{"action": "request_kill", "filter": {"service": "shop"}, "who": "ada"}""");
        var label = await StartAsync("""{"action": "label", "filter": {"service": "shop"}, "labels": {"wave": "1"}}""");
        var told = new string[Runs];
        var living = Enumerable.Range(0, 6).Select(worker => Task.Run(async () =>
        {
            var dice = new Random((seed * 100) + worker);
            var client = worker % 2 == 0 ? Server.Client : other.Client;
            for (var number = worker; number < Runs; number += 6)
            {
                told[number] = await LiveAsync(client, runs[number], dice);
            }
        })).ToArray();
        await Task.WhenAll([.. living, ToTheEndAsync(Server, kill, label), ToTheEndAsync(other, kill, label)]);

        var (killed, labelled) = (await OperationAsync(kill), await OperationAsync(label));
        var asked = 0;
        var marked = 0;
        for (var number = 0; number < Runs; number++)
        {
            var run = await RunAsync(runs[number]);
            Assert.Equal(told[number], (string?)run["state"]);
            marked += (string?)run["labels"]?["wave"] == "1" ? 1 : 0;
            if (run["kill_requested_at"] is { } at)
            {
                asked++;
                Assert.Equal((string?)killed["created_at"], (string?)at);
                Assert.Equal("ada", (string?)run["kill"]!["who"]);
            }

            if (told[number] is "queued" or "started")
            {
                await AssertToldAsync(number % 2 == 0 ? Server.Client : other.Client, runs[number]);
            }
        }

        Assert.Equal(asked, (int)killed["changed"]!);
        Assert.Equal(Runs, marked);
        Assert.Equal(Runs, (int)labelled["changed"]!);
        Assert.Equal((long)killed["done"]!, (long)killed["changed"]! + Skipped(killed, "it had ended") + Skipped(killed, "it no longer matched"));
    }

    // Whoever writes next knows of the request: nothing that is remembered of the job is older than it.
    static async Task AssertToldAsync(HttpClient client, string run)
    {
        var receipt = (await client.PostJsonAsync($"/v1/runs/{run}/signals", """{"kind": "heartbeat"}""")).With(200);
        Assert.True((bool?)receipt["kill_requested"]);
        var shown = (await client.GetJsonAsync($"/v1/runs/{run}")).With(200);
        Assert.NotNull(shown["kill_requested_at"]);
    }

    static async Task<string> LiveAsync(HttpClient client, string run, Random dice)
    {
        var state = "queued";
        foreach (var (kind, after) in Life(dice))
        {
            var receipt = (await client.PostJsonAsync($"/v1/runs/{run}/signals", kind)).With(200);
            state = (string)receipt["state"]!;
            Assert.Equal(after, state);
            Assert.Contains(state, Legal);
        }

        return state;
    }

    static IEnumerable<(string Signal, string After)> Life(Random dice)
    {
        if (dice.Next(4) == 0)
        {
            yield break;
        }

        yield return ("""{"kind": "started"}""", "started");
        yield return ("""{"kind": "progress", "progress": 0.5}""", "started");
        if (dice.Next(2) == 0)
        {
            yield return ("""{"kind": "failed", "final": false, "error": "once"}""", "queued");
            yield return ("""{"kind": "started"}""", "started");
        }

        if (dice.Next(2) == 0)
        {
            yield return dice.Next(2) == 0 ? ("""{"kind": "succeeded"}""", "succeeded") : ("""{"kind": "failed"}""", "failed");
        }
    }
}
