namespace Vigilant.Domain.Schedules;

/// <summary>What one field of a cron schedule asks for, as bits.</summary>
/// <param name="Values">A bit for each value; Sunday is bit 0.</param>
/// <param name="StartsWithStar">Decides how days combine, and how the schedule behaves when the clocks change.</param>
/// <param name="LastDay">L: the last day of the month.</param>
/// <param name="LastWeekday">LW: the last day from Monday to Friday of the month.</param>
/// <param name="LastOf">5L: a bit for each day of the week whose last one in the month is asked for.</param>
/// <param name="Nth">MON#2: a bit for each day of the week and number in the month, see <see cref="NthBit"/>.</param>
readonly record struct CronFieldValues(
    ulong Values, bool StartsWithStar, bool LastDay, bool LastWeekday, byte LastOf, ulong Nth)
{
    public bool Has(int value) => (Values >> value & 1) != 0;

    public bool HasLastOf(int weekday) => (LastOf >> weekday & 1) != 0;

    public bool HasNth(int weekday, int nth) => (Nth & NthBit(weekday, nth)) != 0;

    public static ulong NthBit(int weekday, int nth) => 1UL << ((weekday * 5) + nth - 1);
}
