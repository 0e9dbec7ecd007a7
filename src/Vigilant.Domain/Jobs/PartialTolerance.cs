using System.Globalization;

namespace Vigilant.Domain.Jobs;

/// <summary>How many of a run's items may have failed for its success to count: a number of them, or a part of those processed.</summary>
/// <param name="Most">A number of items, or per cent.</param>
/// <param name="IsPart">It is a part of the items processed, in per cent.</param>
public readonly record struct PartialTolerance(decimal Most, bool IsPart)
{
    /// <summary>The longest text that is read.</summary>
    public const int LongestText = 12;

    const int MostDecimals = 4;

    /// <summary>Reads "10" (items) or "2.5%"; null: it is neither.</summary>
    public static PartialTolerance? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var isPart = text.EndsWith('%');
        var number = isPart ? text[..^1].TrimEnd() : text;
        var style = isPart ? NumberStyles.AllowDecimalPoint : NumberStyles.None;
        return text.Length <= LongestText
            && decimal.TryParse(number, style, CultureInfo.InvariantCulture, out var most)
            && most <= (isPart ? 100 : int.MaxValue)
            && most.Scale <= MostDecimals
                ? new PartialTolerance(most, isPart)
                : null;
    }

    /// <summary>Whether so many failed items are few enough. Of a part nobody can say so who was not told of how many.</summary>
    public bool Allows(int failed, int? processed) =>
        failed == 0 || (IsPart ? processed is { } all && failed * 100m <= Most * all : failed <= Most);

    /// <summary>"10 items", "2.5 % of the items".</summary>
    public string Words => IsPart
        ? string.Create(CultureInfo.InvariantCulture, $"{Most:0.####} % of the items")
        : Domain.Words.Count((long)Most, "item");

    /// <summary>As it is written: "10", "2.5%".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Most:0.####}{(IsPart ? "%" : "")}");
}
