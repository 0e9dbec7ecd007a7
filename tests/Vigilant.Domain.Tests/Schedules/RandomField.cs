using FsCheck;
using FsCheck.Fluent;

namespace Vigilant.Domain.Tests.Schedules;

/// <summary>One made-up field: its text, its values, and for days what else it means.</summary>
sealed record RandomField(string Text, IReadOnlySet<int> Values, Func<DateTime, bool>? OfDate = null)
{
    public static Gen<RandomField> LastDays { get; } = Gen.Elements(
        new RandomField("L", new HashSet<int>(), IsLastDay),
        new RandomField("LW", new HashSet<int>(), IsLastWeekday),
        new RandomField("15,L", new HashSet<int> { 15 }, IsLastDay));

    public static Gen<RandomField> CountedWeekdays { get; } =
        from weekday in Gen.Choose(0, 7)
        from nth in Gen.Choose(1, 6)
        select nth == 6
            ? new RandomField($"{weekday}L", new HashSet<int>(), date => IsDay(date, weekday) && InMonth(date, 7) == false)
            : new RandomField($"{weekday}#{nth}", new HashSet<int>(),
                date => IsDay(date, weekday) && InMonth(date, -7 * nth) == false && InMonth(date, -7 * (nth - 1)));

    public static Gen<RandomField> Star(int least, int most) => Gen.Constant(Of("*", least, most, 1));

    public static Gen<RandomField> Between(int least, int most) => Between(least, most, most);

    /// <param name="least">The least value that the field allows.</param>
    /// <param name="most">The most it allows.</param>
    /// <param name="liked">The most that is drawn.</param>
    public static Gen<RandomField> Between(int least, int most, int liked) => Gen.Frequency(
        (2, Star(least, most)),
        (2, from step in Gen.Choose(2, 40) select Of($"*/{step}", least, most, step)),
        (3, from value in Gen.Choose(least, liked) select Of($"{value}", value, value, 1)),
        (1, from low in Gen.Choose(least, liked)
            from step in Gen.Choose(1, 9)
            select Of($"{low}/{step}", low, most, step)),
        (2, from low in Gen.Choose(least, liked)
            from high in Gen.Choose(low, liked)
            select Of($"{low}-{high}", low, high, 1)),
        (1, from low in Gen.Choose(least, liked)
            from high in Gen.Choose(low, liked)
            from step in Gen.Choose(1, 9)
            select Of($"{low}-{high}/{step}", low, high, step)),
        (1, from one in Gen.Choose(least, liked)
            from other in Gen.Choose(least, liked)
            select new RandomField($"{one},{other}", new HashSet<int> { one, other })));

    public bool Has(int value) => Values.Contains(value);

    public bool HasDate(DateTime date) => OfDate?.Invoke(date) ?? false;

    static RandomField Of(string text, int low, int high, int step) =>
        new(text, Enumerable.Range(low, high - low + 1).Where(value => (value - low) % step == 0).ToHashSet());

    static bool IsLastDay(DateTime date) => date.AddDays(1).Day == 1;

    static bool IsLastWeekday(DateTime date) => date.DayOfWeek switch
    {
        DayOfWeek.Saturday or DayOfWeek.Sunday => false,
        DayOfWeek.Friday => Enumerable.Range(1, 3).Any(days => IsLastDay(date.AddDays(days - 1))),
        _ => IsLastDay(date),
    };

    static bool IsDay(DateTime date, int weekday) => (int)date.DayOfWeek == weekday % 7;

    static bool InMonth(DateTime date, int days) => date.AddDays(days).Month == date.Month;
}
