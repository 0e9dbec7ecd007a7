using System.Collections.Concurrent;

namespace Vigilant.Clients;

/// <summary>What senders were told about each of their pings, by the ping's <c>rid</c>.</summary>
sealed class Ledger
{
    readonly ConcurrentBag<Guid> _acknowledged = [];
    readonly ConcurrentDictionary<int, int> _answers = new();
    int _count;
    int _cut;

    public int Acknowledged => Volatile.Read(ref _count);

    /// <summary>Pings that were turned away for now.</summary>
    public int TurnedAway => _answers.GetValueOrDefault(503);

    /// <summary>Senders that lost the server in the middle.</summary>
    public int Cut => Volatile.Read(ref _cut);

    public string Answers => string.Join(", ", _answers.OrderBy(answer => answer.Key).Select(answer => $"{answer.Value} x {answer.Key}"));

    public void Record(Guid rid, int status)
    {
        _answers.AddOrUpdate(status, 1, (_, count) => count + 1);
        if (status == 200)
        {
            _acknowledged.Add(rid);
            Interlocked.Increment(ref _count);
        }
    }

    public void RecordCut() => Interlocked.Increment(ref _cut);

    public Task ReachesAsync(int acknowledged, TimeSpan limit) =>
        Wait.UntilAsync(() => Acknowledged >= acknowledged, limit, () => $"Wanted {acknowledged} acknowledged pings, got {Answers}.");

    /// <summary>Everything that was acknowledged is stored, once, and counted; and nobody was told anything but yes or later.</summary>
    public async Task MatchesAsync(Site site)
    {
        var stored = await site.ColumnAsync<string>("select rid from signal where rid is not null");
        var known = stored.Select(Guid.Parse).ToHashSet();
        var lost = _acknowledged.Where(rid => !known.Contains(rid)).ToArray();
        Assert.True(lost.Length == 0, $"{lost.Length} of {Acknowledged} acknowledged pings are lost, such as {lost.FirstOrDefault()}.");
        Assert.Equal(known.Count, stored.Count);
        Assert.Empty(_answers.Keys.Except([200, 503]));
        Assert.Equal(stored.Count, Assert.Single(await site.ColumnAsync<long>("select sum(signal_count)::bigint from job_state")));
    }
}
