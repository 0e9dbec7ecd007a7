using Vigilant.Domain.Schedules;

namespace Vigilant.Domain.Tests.Schedules;

public sealed class CronDialectTests
{
    [Theory]
    [InlineData("* * * * *", "2026-11-20 06:00:00Z", "2026-11-20 06:01Z", "2026-11-20 06:02Z")]
    [InlineData("0 6 * * *", "2026-11-20 05:59:59Z", "2026-11-20 06:00Z", "2026-11-21 06:00Z")]
    [InlineData("*/20 * * * *", "2026-11-20 06:00Z", "2026-11-20 06:20Z", "2026-11-20 06:40Z", "2026-11-20 07:00Z")]
    [InlineData("*/61 * * * *", "2026-11-20 06:00Z", "2026-11-20 07:00Z", "2026-11-20 08:00Z")]
    [InlineData("*/25 * * * *", "2026-11-20 06:00Z", "2026-11-20 06:25Z", "2026-11-20 06:50Z", "2026-11-20 07:00Z")]
    [InlineData("50/4 * * * *", "2026-11-20 06:00Z", "2026-11-20 06:50Z", "2026-11-20 06:54Z", "2026-11-20 06:58Z",
        "2026-11-20 07:50Z")]
    [InlineData("10-20/5,3 * * * *", "2026-11-20 06:00Z", "2026-11-20 06:03Z", "2026-11-20 06:10Z", "2026-11-20 06:15Z",
        "2026-11-20 06:20Z", "2026-11-20 07:03Z")]
    [InlineData("5-5/2 * * * *", "2026-11-20 06:00Z", "2026-11-20 06:05Z", "2026-11-20 07:05Z")]
    [InlineData("007 0006 * * *", "2026-11-20 06:00Z", "2026-11-20 06:07Z")]
    [InlineData("59 23 31 12 *", "2026-11-20 06:00Z", "2026-12-31 23:59Z", "2027-12-31 23:59Z")]
    [InlineData("0 0 1 jan,Jul *", "2026-11-20 06:00Z", "2027-01-01 00:00Z", "2027-07-01 00:00Z")]
    [InlineData("0 0 29 2 *", "2096-03-01 00:00Z", "2104-02-29 00:00Z", "2108-02-29 00:00Z")]
    [InlineData("0 0 31 * *", "2026-01-31 00:00Z", "2026-03-31 00:00Z", "2026-05-31 00:00Z")]
    public void Fields_are_read_as_Debian_reads_them(string cron, string after, params string[] expected) =>
        Expect(cron, after, expected);

    // November 2026 starts on a Sunday; the 20th is a Friday.
    [Theory]
    [InlineData("0 0 * * FRI", "2026-11-20 00:00Z", "2026-11-27 00:00Z")]
    [InlineData("0 0 * * 6-7", "2026-11-20 00:00Z", "2026-11-21 00:00Z", "2026-11-22 00:00Z", "2026-11-28 00:00Z")]
    [InlineData("0 0 * * 0", "2026-11-20 00:00Z", "2026-11-22 00:00Z", "2026-11-29 00:00Z")]
    [InlineData("0 0 * * 7", "2026-11-20 00:00Z", "2026-11-22 00:00Z", "2026-11-29 00:00Z")]
    [InlineData("0 0 * * */7", "2026-11-20 00:00Z", "2026-11-22 00:00Z", "2026-11-29 00:00Z")]
    [InlineData("0 0 * * */2", "2026-11-20 00:00Z", "2026-11-21 00:00Z", "2026-11-22 00:00Z", "2026-11-24 00:00Z")]
    [InlineData("0 0 * * 5/2", "2026-11-20 00:00Z", "2026-11-22 00:00Z", "2026-11-27 00:00Z")]
    [InlineData("0 0 * * MON#2", "2026-11-01 00:00Z", "2026-11-09 00:00Z", "2026-12-14 00:00Z")]
    [InlineData("0 0 * * 0#5", "2026-11-01 00:00Z", "2026-11-29 00:00Z", "2027-01-31 00:00Z")]
    [InlineData("0 0 * * 7#1", "2026-11-02 00:00Z", "2026-12-06 00:00Z")]
    [InlineData("0 0 * * 5L", "2026-11-01 00:00Z", "2026-11-27 00:00Z", "2026-12-25 00:00Z")]
    [InlineData("0 0 * * 0L", "2026-11-01 00:00Z", "2026-11-29 00:00Z")]
    [InlineData("0 0 * * 7l", "2026-11-01 00:00Z", "2026-11-29 00:00Z")]
    [InlineData("0 0 * * WED,MON#1,5L", "2026-11-01 00:00Z", "2026-11-02 00:00Z", "2026-11-04 00:00Z", "2026-11-11 00:00Z",
        "2026-11-18 00:00Z", "2026-11-25 00:00Z", "2026-11-27 00:00Z", "2026-12-02 00:00Z")]
    public void Days_of_the_week_are_named_counted_and_last(string cron, string after, params string[] expected) =>
        Expect(cron, after, expected);

    // 31 January 2026 is a Saturday, 28 February 2027 a Sunday, 31 March 2027 a Wednesday.
    [Theory]
    [InlineData("0 0 L * *", "2027-01-15 00:00Z", "2027-01-31 00:00Z", "2027-02-28 00:00Z", "2027-03-31 00:00Z")]
    [InlineData("0 0 l 2 *", "2027-03-01 00:00Z", "2028-02-29 00:00Z", "2029-02-28 00:00Z")]
    [InlineData("0 0 LW * *", "2026-01-15 00:00Z", "2026-01-30 00:00Z", "2026-02-27 00:00Z", "2026-03-31 00:00Z")]
    [InlineData("0 0 1,L * *", "2027-02-15 00:00Z", "2027-02-28 00:00Z", "2027-03-01 00:00Z")]
    [InlineData("0 0 L/3 * *", "2027-02-15 00:00Z", "2027-02-28 00:00Z", "2027-03-31 00:00Z")]
    [InlineData("0 0 lw/2,15 * *", "2027-02-01 00:00Z", "2027-02-15 00:00Z", "2027-02-26 00:00Z")]
    public void The_last_day_and_the_last_weekday_of_a_month_have_names(
        string cron, string after, params string[] expected) => Expect(cron, after, expected);

    // A star in front of either field: both must match. Else one is enough.
    [Theory]
    [InlineData("1 1 1-7 * */7", "2026-11-02 00:00Z", "2026-12-06 01:01Z", "2027-01-03 01:01Z")]
    [InlineData("0 0 */10 * SUN", "2026-11-02 00:00Z", "2027-01-31 00:00Z", "2027-02-21 00:00Z")]
    [InlineData("0 0 1 * MON", "2026-11-24 00:00Z", "2026-11-30 00:00Z", "2026-12-01 00:00Z", "2026-12-07 00:00Z")]
    [InlineData("0 0 1,* * MON", "2026-11-24 00:00Z", "2026-11-25 00:00Z", "2026-11-26 00:00Z")]
    [InlineData("0 0 13 * FRI", "2026-11-12 00:00Z", "2026-11-13 00:00Z", "2026-11-20 00:00Z")]
    public void Days_are_both_asked_for_when_one_field_starts_with_a_star(
        string cron, string after, params string[] expected) => Expect(cron, after, expected);

    [Theory]
    [InlineData("@hourly", "2026-11-20 06:00Z", "2026-11-20 07:00Z")]
    [InlineData("@daily", "2026-11-20 06:00Z", "2026-11-21 00:00Z")]
    [InlineData("@midnight", "2026-11-20 06:00Z", "2026-11-21 00:00Z")]
    [InlineData("@weekly", "2026-11-20 06:00Z", "2026-11-22 00:00Z")]
    [InlineData("@Monthly", "2026-11-20 06:00Z", "2026-12-01 00:00Z")]
    [InlineData("@yearly", "2026-11-20 06:00Z", "2027-01-01 00:00Z")]
    [InlineData("@annually", "2026-11-20 06:00Z", "2027-01-01 00:00Z")]
    public void Words_stand_for_five_fields(string cron, string after, params string[] expected) =>
        Expect(cron, after, expected);

    [Fact]
    public void The_text_is_kept_as_written_with_single_spaces()
    {
        var schedule = Assert.IsType<CronSchedule>(Write.Schedule("  0\t6 *\n*   Mon-Fri ", "Europe/Berlin"));

        Assert.Equal("0 6 * * Mon-Fri", schedule.Text);
        Assert.Equal("Europe/Berlin", schedule.Zone.Id);
        Assert.Equal(schedule, Write.Schedule("0 6 * * Mon-Fri", "Europe/Berlin"));
        Assert.NotEqual(schedule, Write.Schedule("0 6 * * Mon-Fri", "Europe/Riga"));
        Assert.NotEqual(schedule, Write.Schedule("0 7 * * Mon-Fri", "Europe/Berlin"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" utc ")]
    public void Without_a_zone_the_clock_is_UTC(string? zone) =>
        Assert.Equal(TimeZoneInfo.Utc, Assert.IsType<CronSchedule>(Write.Schedule("@daily", zone)).Zone);

    [Theory]
    [InlineData("europe/berlin")]
    [InlineData("EUROPE/Berlin ")]
    public void Zones_are_found_in_any_case_of_letters(string zone) =>
        Assert.Equal(Write.Schedule("@daily", "Europe/Berlin"), Write.Schedule("@daily", zone));

    [Theory]
    [InlineData("US/Eastern")]
    [InlineData("Etc/GMT+5")]
    [InlineData("Asia/Calcutta")]
    public void Old_names_of_zones_are_known(string zone) =>
        Assert.Equal(zone, Assert.IsType<CronSchedule>(Write.Schedule("@daily", zone)).Zone.Id);

    [Theory]
    [InlineData("* * * * *", "Pacific/Kiritimati")]
    [InlineData("0 0 1 1 *", "Pacific/Pago_Pago")]
    [InlineData("0 0 29 2 *", "Europe/Berlin")]
    public void At_the_ends_of_time_there_is_no_slot(string cron, string zone)
    {
        var schedule = Write.Schedule(cron, zone);

        Assert.Null(schedule.Next(DateTimeOffset.MaxValue));
        Assert.Null(schedule.Previous(DateTimeOffset.MinValue));
        Assert.True(schedule.Next(DateTimeOffset.MinValue) > DateTimeOffset.MinValue);
        Assert.True(schedule.Previous(DateTimeOffset.MaxValue) < DateTimeOffset.MaxValue);
    }

    static void Expect(string cron, string after, params string[] expected)
    {
        var schedule = Write.Schedule(cron);
        var slots = expected.Select(text => (DateTimeOffset?)Write.Instant(text)).ToArray();

        Assert.Equal(slots, Write.Nexts(schedule, after, expected.Length));
        Assert.Equal(slots.SkipLast(1).Reverse(), slots.Skip(1).Reverse().Select(slot => schedule.Previous(slot!.Value)));
    }
}
