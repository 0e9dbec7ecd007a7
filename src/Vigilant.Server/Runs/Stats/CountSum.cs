using Vigilant.Contracts;
using Vigilant.Domain.Runs;
using Vigilant.Domain.Runs.Tallies;

namespace Vigilant.Server.Runs.Stats;

/// <summary>Counts of several times and states, added up.</summary>
sealed class CountSum
{
    readonly Dictionary<RunState, Rollup> _states = [];

    public long Kept => _states.Values.Sum(count => count.Kept);

    public void Add(RunState state, Rollup count)
    {
        if (!_states.TryGetValue(state, out var sum))
        {
            _states.Add(state, sum = new Rollup());
        }

        sum.Add(count);
    }

    public Dictionary<string, long> States(bool all) => Words(RunStates.All, state => state.Kept, all);

    public Dictionary<string, long> Ended(bool all) => Words(RunStates.Finished, state => state.Ended.Count, all);

    public LengthSummary Duration() => Summary(count => count.Ended.Duration);

    public LengthSummary Wait() => Summary(count => count.Ended.Wait);

    public RunGroup Group(string key) => new()
    {
        Key = key,
        States = States(all: false),
        Ended = Ended(all: false),
        DurationMs = Duration(),
        WaitMs = Wait(),
    };

    Dictionary<string, long> Words(IReadOnlyList<RunState> states, Func<Rollup, long> count, bool all) => states
        .Select(state => (Word: state.Word(), Count: _states.TryGetValue(state, out var sum) ? count(sum) : 0))
        .Where(one => all || one.Count != 0)
        .ToDictionary(one => one.Word, one => one.Count);

    LengthSummary Summary(Func<Rollup, Lengths?> read)
    {
        var all = new Lengths();
        foreach (var lengths in _states.Values.Select(read).OfType<Lengths>())
        {
            all.Add(lengths);
        }

        return all.Count == 0
            ? new LengthSummary(0)
            : new LengthSummary(
                all.Count, all.Min, Math.Round(all.Mean, 1), all.Max, all.Percentile(0.5), all.Percentile(0.95), all.Percentile(0.99));
    }
}
