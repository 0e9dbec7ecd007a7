using FsCheck;
using FsCheck.Fluent;

namespace Vigilant.Domain.Tests.Schedules;

/// <summary>A made-up cron schedule that keeps beside its text what it means, worked out without the parser.</summary>
sealed record RandomCron(RandomField Minute, RandomField Hour, RandomField Day, RandomField Month, RandomField Weekday)
{
    public string Text => $"{Minute.Text} {Hour.Text} {Day.Text} {Month.Text} {Weekday.Text}";

    public bool NamesTimesOfDay => Minute.Text[0] != '*' && Hour.Text[0] != '*';

    // Mostly hours near those at which clocks change, and mostly every day: else few cases meet a change.
    public static Gen<RandomCron> Any { get; } =
        from minute in RandomField.Between(0, 59)
        from hour in Gen.Frequency((3, RandomField.Between(0, 23, liked: 4)), (2, RandomField.Between(0, 23)))
        from day in Gen.Frequency((6, RandomField.Star(1, 31)), (2, RandomField.Between(1, 31)), (1, RandomField.LastDays))
        from month in Gen.Frequency((6, RandomField.Star(1, 12)), (1, RandomField.Between(1, 12)))
        from weekday in Gen.Frequency(
            (6, RandomField.Star(0, 7)), (2, RandomField.Between(0, 7)), (1, RandomField.CountedWeekdays))
        select new RandomCron(minute, hour, day, month, weekday);

    public bool Matches(DateTime local) =>
        Minute.Has(local.Minute) && Hour.Has(local.Hour) && Month.Has(local.Month) && MatchesDay(local);

    public override string ToString() => Text;

    bool MatchesDay(DateTime local)
    {
        var day = Day.Has(local.Day) || Day.HasDate(local);
        var weekday = Weekday.Has((int)local.DayOfWeek)
            || (local.DayOfWeek == DayOfWeek.Sunday && Weekday.Has(7))
            || Weekday.HasDate(local);
        return Day.Text[0] == '*' || Weekday.Text[0] == '*' ? day && weekday : day || weekday;
    }
}
