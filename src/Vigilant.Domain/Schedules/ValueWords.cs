using System.Numerics;

namespace Vigilant.Domain.Schedules;

/// <summary>Puts sets of values into words: "1, 5 and 9", "Monday to Thursday".</summary>
static class ValueWords
{
    const int ShortestRun = 3;

    public static string And(IReadOnlyList<string> parts) => parts.Count switch
    {
        0 => "",
        1 => parts[0],
        _ => $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}",
    };

    /// <summary>Each value, and runs of three or more as "from to".</summary>
    public static IReadOnlyList<string> Runs(ulong values, Func<int, string> word)
    {
        var runs = new List<string>();
        while (values != 0)
        {
            var first = BitOperations.TrailingZeroCount(values);
            var length = BitOperations.TrailingZeroCount(~(values >> first));
            if (length >= ShortestRun)
            {
                runs.Add($"{word(first)} to {word(first + length - 1)}");
            }
            else
            {
                runs.AddRange(Enumerable.Range(first, length).Select(word));
            }

            values = first + length >= 64 ? 0 : values >> (first + length) << (first + length);
        }

        return runs;
    }

    public static IEnumerable<int> Each(ulong values)
    {
        for (; values != 0; values &= values - 1)
        {
            yield return BitOperations.TrailingZeroCount(values);
        }
    }

    /// <summary>The step of values that start at 0 and fill the range evenly, so that it closes; else null.</summary>
    public static int? EvenStep(ulong values, int size)
    {
        var count = BitOperations.PopCount(values);
        if (count < 2 || size % count != 0)
        {
            return null;
        }

        var step = size / count;
        return Each(values).Index().All(each => each.Item == each.Index * step) ? step : null;
    }

    public static string Ordinal(int number) => number switch
    {
        1 => "first",
        2 => "second",
        3 => "third",
        4 => "fourth",
        _ => "fifth",
    };
}
