using Vigilant.Domain.Schedules;

namespace Vigilant.Domain.Tests.Schedules;

public sealed class UpcomingTests
{
    [Fact]
    public void A_plain_day_needs_no_note() => Expect("0 6 * * *", "2026-11-20 06:00+01",
        ("2026-11-21 06:00+01", null), ("2026-11-22 06:00+01", null));

    // Berlin, 29 March 2026: 02:00+01 becomes 03:00+02.
    [Fact]
    public void A_time_that_the_clocks_skip_is_said_to_have_moved() => Expect("30 2 * * *", "2026-03-28 00:00+01",
        ("2026-03-28 02:30+01", null),
        ("2026-03-29 03:00+02", "02:30 moved to 03:00 (clocks go forward)"),
        ("2026-03-30 02:30+02", null));

    [Fact]
    public void Times_that_fall_together_are_told_as_one() => Expect("0,20,40 2,3 * * *", "2026-03-29 01:00+01",
        ("2026-03-29 03:00+02", "02:00 to 02:40 moved to 03:00 (clocks go forward)"),
        ("2026-03-29 03:20+02", null));

    [Fact]
    public void A_pace_says_what_it_left_out() => Expect("0 * * * *", "2026-03-29 00:30+01",
        ("2026-03-29 01:00+01", null),
        ("2026-03-29 03:00+02", "02:00 skipped (clocks go forward)"),
        ("2026-03-29 04:00+02", null));

    [Fact]
    public void A_day_that_is_left_out_is_told_with_its_date() => Expect("*/30 2 * * *", "2026-03-28 02:30+01",
        ("2026-03-30 02:00+02", "29 March 02:00 to 02:30 skipped (clocks go forward)"),
        ("2026-03-30 02:30+02", null));

    // Berlin, 25 October 2026: 03:00+02 becomes 02:00+01.
    [Fact]
    public void A_time_that_comes_twice_is_met_the_first_time() => Expect("30 2 * * *", "2026-10-24 12:00+02",
        ("2026-10-25 02:30+02", "first of two 02:30 (clocks go back)"),
        ("2026-10-26 02:30+01", null));

    [Fact]
    public void A_pace_counts_both() => Expect("0 * * * *", "2026-10-25 01:30+02",
        ("2026-10-25 02:00+02", "first of two 02:00 (clocks go back)"),
        ("2026-10-25 02:00+01", "second of two 02:00 (clocks go back)"),
        ("2026-10-25 03:00+01", null));

    [Fact]
    public void Periods_do_not_mind_the_clocks()
    {
        var upcoming = Write.Schedule("every 1h", "Europe/Berlin").Upcoming(Write.Instant("2026-10-25 02:30+02"), 3);

        Assert.Equal(3, upcoming.Count);
        Assert.All(upcoming, slot => Assert.Null(slot.Note));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(3, 3)]
    [InlineData(int.MaxValue, Schedule.MostUpcoming)]
    public void A_list_has_a_limit(int asked, int given) =>
        Assert.Equal(given, Write.Schedule("* * * * *").Upcoming(Write.Instant("2026-11-20 06:00Z"), asked).Count);

    [Fact]
    public void A_list_ends_where_time_does() =>
        Assert.Equal(2, Write.Schedule("@daily").Upcoming(Write.Instant("9999-12-29 12:00Z"), 5).Count);

    static void Expect(string cron, string after, params (string At, string? Note)[] expected) => Assert.Equal(
        expected.Select(slot => new Occurrence(Write.Instant(slot.At), slot.Note)),
        Write.Schedule(cron, "Europe/Berlin").Upcoming(Write.Instant(after), expected.Length));
}
