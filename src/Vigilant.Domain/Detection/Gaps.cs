namespace Vigilant.Domain.Detection;

/// <summary>Gaps put together.</summary>
public static class Gaps
{
    /// <summary>Gaps that overlap or touch are one: two nodes may both have told of it. Ordered by their beginnings.</summary>
    public static IReadOnlyList<Gap> Merge(IEnumerable<Gap> gaps)
    {
        var merged = new List<Gap>();
        foreach (var gap in gaps.OrderBy(gap => gap.From))
        {
            if (merged.Count > 0 && gap.From <= merged[^1].Until)
            {
                var last = merged[^1];
                merged[^1] = last with { Until = gap.Until > last.Until ? gap.Until : last.Until };
            }
            else
            {
                merged.Add(gap);
            }
        }

        return merged;
    }
}
