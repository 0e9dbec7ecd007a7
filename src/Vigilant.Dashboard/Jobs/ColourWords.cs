using Vigilant.Domain.Jobs;

namespace Vigilant.Dashboard.Jobs;

/// <summary>What the colours are called and mean, in the words of the pages.</summary>
public static class ColourWords
{
    /// <summary>Most urgent first.</summary>
    public static IReadOnlyList<Colour> All { get; } = [Colour.Red, Colour.Yellow, Colour.Green, Colour.Grey];

    /// <summary>As addresses and style classes say it.</summary>
    public static string Of(Colour colour) => colour switch
    {
        Colour.Red => "red",
        Colour.Yellow => "yellow",
        Colour.Green => "green",
        _ => "grey",
    };

    public static string Title(Colour colour) => colour switch
    {
        Colour.Red => "Red",
        Colour.Yellow => "Yellow",
        Colour.Green => "Green",
        _ => "Grey",
    };

    public static string Meaning(Colour colour) => colour switch
    {
        Colour.Red => "a problem is open",
        Colour.Yellow => "running now",
        Colour.Green => "last outcome succeeded",
        _ => "paused, new or unknown",
    };
}
