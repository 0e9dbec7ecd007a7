namespace Vigilant.Domain.Runs.Tallies;

/// <summary>What is counted.</summary>
/// <param name="Hour">Whole hours since 1970.</param>
public readonly record struct TallyKey(TallyKind Kind, int Hour, RunState State)
{
    const long SecondsOfAnHour = 3600;

    /// <summary>The hour of an instant.</summary>
    public static int HourOf(DateTimeOffset at) => (int)(at.ToUnixTimeSeconds() / SecondsOfAnHour);

    /// <summary>The beginning of an hour.</summary>
    public static DateTimeOffset TimeOf(int hour) => DateTimeOffset.FromUnixTimeSeconds(hour * SecondsOfAnHour);
}
