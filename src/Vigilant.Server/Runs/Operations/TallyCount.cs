namespace Vigilant.Server.Runs.Operations;

/// <summary>Counts up to a tally.</summary>
sealed class TallyCount
{
    readonly Dictionary<string, long> _skipped = [];
    long _changed;

    public void Change(long count) => _changed += count;

    public void Skip(string why, long count)
    {
        if (count > 0)
        {
            _skipped[why] = _skipped.GetValueOrDefault(why) + count;
        }
    }

    public Tally ToTally() => new(_changed, _skipped);
}
