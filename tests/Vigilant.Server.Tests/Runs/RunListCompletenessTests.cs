using System.Text;
using System.Text.Json.Nodes;

namespace Vigilant.Server.Tests.Runs;

/// <summary>Whatever is asked, all pages together are what a plain look at every run finds: by every way of reading, in both orders.</summary>
public sealed class RunListCompletenessTests : RunsOverApi
{
    const int Runs = 400;
    const int Filters = 120;
    static readonly string[] Kinds = ["created", "queued", "started", "succeeded", "failed", "killed", "skipped"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Pages_hold_what_a_plain_look_finds(int seed)
    {
        var random = new Random(seed);
        await SeedAsync(random);
        var all = await WalkAsync("limit=500");
        Assert.Equal(Runs, all.Count);
        for (var round = 0; round < Filters; round++)
        {
            if (round == Filters / 2)
            {
                // From here on the statistics know which marks are common.
                await Server.Database.ExecuteAsync("analyze run");
            }

            var (query, matches) = Filter(random);
            var oldest = random.Next(2) == 0;
            var address = $"{query}limit={random.Next(1, 60)}{(oldest ? "&order=oldest" : "")}";
            var expected = all.Where(matches).Select(Id);
            Assert.True(
                (oldest ? expected.Reverse() : expected).SequenceEqual((await WalkAsync(address)).Select(Id)), $"seed {seed}: {address}");
        }
    }

    async Task SeedAsync(Random random)
    {
        var lines = new StringBuilder();
        for (var run = 0; run < Runs; run++)
        {
            var kind = Kinds[random.Next(Kinds.Length)];
            lines.Append($$$"""{"job": "s{{{random.Next(3)}}}/j{{{random.Next(30)}}}", "run": "r{{{random.Next(10)}}}-{{{run}}}", "kind": "{{{kind}}}",""");
            lines.Append($$$""" "arguments": {"rare": "{{{random.Next(100)}}}", "common": "{{{random.Next(2)}}}"}, "host": "w{{{random.Next(4)}}}",""");
            lines.Append($$$""" "resources": [{"kind": "Plan", "id": "{{{random.Next(20)}}}"}], "attempt": {{{random.Next(1, 4)}}}}""").Append('\n');
        }

        await PostAsync("/v1/signals", lines.ToString());
    }

    static (string Query, Func<JsonNode, bool> Matches) Filter(Random random)
    {
        var query = new StringBuilder();
        var conditions = new List<Func<JsonNode, bool>>();
        void Sometimes(int of, string filter, Func<JsonNode, bool> matches)
        {
            if (random.Next(of) == 0)
            {
                query.Append(filter).Append('&');
                conditions.Add(matches);
            }
        }

        var (state, other) = (Kinds[random.Next(Kinds.Length)], Kinds[random.Next(Kinds.Length)]);
        var (job, second) = ($"s{random.Next(3)}/j{random.Next(30)}", $"s{random.Next(3)}/j{random.Next(30)}");
        var (service, rare, common) = ($"s{random.Next(3)}", $"{random.Next(100)}", $"{random.Next(2)}");
        var (host, plan, attempt) = ($"w{random.Next(4)}", $"{random.Next(20)}", random.Next(1, 4));
        Sometimes(4, $"state={state},{other}", run => (string?)run["state"] == state || (string?)run["state"] == other);
        Sometimes(8, "state=active", run => (string?)run["state"] is "created" or "queued" or "started");
        if (conditions.Count > 1)
        {
            // Two lists of states are one list.
            var both = conditions.ToArray();
            conditions.Clear();
            conditions.Add(run => both.Any(one => one(run)));
        }

        Sometimes(4, $"job={job},{second}", run => (string?)run["job"] == job || (string?)run["job"] == second);
        Sometimes(5, $"service={service}", run => ((string)run["job"]!).StartsWith(service + "/", StringComparison.Ordinal));
        Sometimes(5, $"argument=rare:{rare}", run => (string?)run["arguments"]!["rare"] == rare);
        Sometimes(4, $"argument=common:{common}", run => (string?)run["arguments"]!["common"] == common);
        Sometimes(6, $"host={host}", run => (string?)run["host"] == host);
        Sometimes(6, $"resource=Plan:{plan}", run => (string?)run["resources"]![0]!["id"] == plan);
        Sometimes(6, $"attempt={attempt}", run => (int?)run["attempt"] == attempt);
        return (query.ToString(), run => conditions.TrueForAll(one => one(run)));
    }

    static string Id(JsonNode run) => (string)run["id"]!;

    async Task<List<JsonNode>> WalkAsync(string address)
    {
        var seen = new List<JsonNode>();
        for (var next = ""; next is not null;)
        {
            var page = await GetAsync($"/v1/runs?{address}{next}");
            seen.AddRange(page["runs"]!.AsArray().Select(run => run!));
            next = (string?)page["next"] is { } cursor ? $"&cursor={cursor}" : null;
        }

        return seen;
    }
}
