using Vigilant.Domain.Runs.Tallies;

namespace Vigilant.Server.Runs.Stats;

/// <summary>How many runs are kept that were made then, and how many ended then.</summary>
sealed class Rollup
{
    public long Kept { get; set; }

    public TallyCount Ended { get; } = new();

    public void Add(TallyKind kind, TallyCount count)
    {
        if (kind == TallyKind.Kept)
        {
            Kept += count.Count;
        }
        else
        {
            Ended.Add(count);
        }
    }

    public void Add(Rollup other)
    {
        Kept += other.Kept;
        Ended.Add(other.Ended);
    }
}
