namespace Vigilant.Dashboard.Jobs;

/// <summary>How the last runs ended, one character a run, newest last; the numbers are those that are stored.</summary>
public readonly record struct RunStrip(string Marks)
{
    public const int Length = 30;

    public static RunStrip Of(byte[] stored) =>
        new(string.Concat(stored.TakeLast(Length).Select(mark => (char)('0' + Math.Min(mark, (byte)9)))));

    /// <summary>Also the name of its style.</summary>
    public static string Word(char mark) => mark switch
    {
        '1' => "succeeded",
        '2' => "failed",
        '3' => "missed",
        '4' => "unknown",
        _ => "running",
    };

    /// <summary>The strip for ears: what happened, newest first, in runs of the same outcome.</summary>
    public string Spoken()
    {
        if (Marks is not { Length: > 0 })
        {
            return "no runs yet";
        }

        var bad = Marks.Where(mark => mark != '1').CountBy(Word).Select(word => $"{word.Value} {word.Key}");
        var words = string.Join(", ", bad);
        return $"last {Marks.Length} runs: {(words.Length == 0 ? "all succeeded" : words)}; the newest {Word(Marks[^1])}";
    }
}
