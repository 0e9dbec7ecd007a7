using Vigilant.Domain.Schedules;

namespace Vigilant.Domain.Tests.Schedules;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("61 * * * *", 1, "minute: 61 at character 1 is out of range; 0 to 59 is allowed")]
    [InlineData("  0 24 * * *", 5, "hour: 24 at character 5 is out of range; 0 to 23 is allowed")]
    [InlineData("0 0 32 * *", 5,
        "day of month: 32 at character 5 is out of range; 1 to 31, L (the last day) and LW (the last weekday) are allowed")]
    [InlineData("0 0 * 0 *", 7, "month: 0 at character 7 is out of range; 1 to 12 or JAN to DEC is allowed")]
    [InlineData("0 0 * 13 *", 7, "month: 13 at character 7 is out of range; 1 to 12 or JAN to DEC is allowed")]
    [InlineData("0 0 * * 8", 9, "day of week: 8 at character 9 is out of range; 0 to 7 or SUN to SAT (0 and 7 are "
        + "Sunday), MON#2 (the second Monday) and 5L (the last Friday) are allowed")]
    [InlineData("1,2,99 * * * *", 5, "minute: 99 at character 5 is out of range; 0 to 59 is allowed")]
    [InlineData("10-99999999999999999999 * * * *", 4,
        "minute: 99999999999999999999 at character 4 is out of range; 0 to 59 is allowed")]
    [InlineData("5-1 * * * *", 1, "minute: the range 5-1 at character 1 runs backwards; "
        + "write the lower end first, or two ranges with a comma between them")]
    [InlineData("0 0 * * SAT-SUN", 9, "day of week: the range SAT-SUN at character 9 runs backwards; "
        + "write the lower end first (a Sunday at the end is 7), or a list such as SAT,SUN")]
    [InlineData("*/0 * * * *", 3,
        "minute: the step '0' at character 3 is not allowed; a step is a whole number from 1, as in */5")]
    [InlineData("*/ * * * *", 3, "minute: the step at character 3 is missing; a step is a whole number from 1, as in */5")]
    [InlineData("*/x * * * *", 3,
        "minute: the step 'x' at character 3 is not allowed; a step is a whole number from 1, as in */5")]
    [InlineData("1,,2 * * * *", 3, "minute: a value at character 3 is missing; 0 to 59 is allowed")]
    [InlineData("1, * * * *", 3, "minute: a value at character 3 is missing; 0 to 59 is allowed")]
    [InlineData("1- * * * *", 3, "minute: a value at character 3 is missing; 0 to 59 is allowed")]
    [InlineData("-1 * * * *", 1, "minute: a value at character 1 is missing; 0 to 59 is allowed")]
    [InlineData("+1 * * * *", 1, "minute: '+1' at character 1 is not understood; 0 to 59 is allowed")]
    [InlineData("1_0 * * * *", 1, "minute: '1_0' at character 1 is not understood; 0 to 59 is allowed")]
    [InlineData("٣ * * * *", 1, "minute: '٣' at character 1 is not understood; 0 to 59 is allowed")]
    [InlineData("H * * * *", 1, "minute: 'H' at character 1 is not understood; 0 to 59 is allowed")]
    [InlineData("** * * * *", 1, "minute: '**' at character 1 is not understood; 0 to 59 is allowed")]
    [InlineData("*-5 * * * *", 1, "minute: '*' at character 1 is not understood; 0 to 59 is allowed")]
    [InlineData("1-2-3 * * * *", 3, "minute: '2-3' at character 3 is not understood; 0 to 59 is allowed")]
    [InlineData("*/5/2 * * * *", 3,
        "minute: the step '5/2' at character 3 is not allowed; a step is a whole number from 1, as in */5")]
    [InlineData("0 0 ? * *", 5, "day of month: '?' at character 5 is not understood; "
        + "1 to 31, L (the last day) and LW (the last weekday) are allowed")]
    [InlineData("0 0 15W * *", 5, "day of month: '15W' at character 5 is not understood; "
        + "1 to 31, L (the last day) and LW (the last weekday) are allowed")]
    [InlineData("0 0 L-3 * *", 5, "day of month: 'L' at character 5 is not understood; "
        + "1 to 31, L (the last day) and LW (the last weekday) are allowed")]
    [InlineData("0 0 * JANUARY *", 7, "month: 'JANUARY' at character 7 is not understood; 1 to 12 or JAN to DEC is allowed")]
    public void A_wrong_value_is_pointed_at_and_the_right_ones_are_told(string text, int position, string why) =>
        Assert.Equal(new ScheduleParse.Refused("schedule", position, why), Write.Refusal(text));

    [Theory]
    [InlineData("0 0 * * FRIL", 9, "'FRIL' at character 9 is not understood")]
    [InlineData("0 0 * * L", 9, "'L' at character 9 is not understood")]
    [InlineData("0 0 * * 8L", 9, "8 at character 9 is out of range")]
    [InlineData("0 0 * * 1-5L", 9, "'1-5L' at character 9 is not understood")]
    [InlineData("0 0 * * MON#6", 13, "'6' at character 13 is out of range after #; 1 to 5 is allowed")]
    [InlineData("0 0 * * MON#", 13, "'' at character 13 is out of range after #; 1 to 5 is allowed")]
    [InlineData("0 0 * * #1", 9, "a value at character 9 is missing")]
    [InlineData("0 0 * * 1-5#1", 9, "'1-5' at character 9 is not understood")]
    [InlineData("0 0 * * 5L/2", 9, "'5L' at character 9 is not understood")]
    [InlineData("0 0 * * MON-WEEK", 13, "'WEEK' at character 13 is not understood")]
    public void Odd_days_of_the_week_are_pointed_at(string text, int position, string part)
    {
        var refusal = Write.Refusal(text);

        Assert.Equal(position, refusal.Position);
        Assert.StartsWith($"day of week: {part}", refusal.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", null, "the schedule is empty; write every 5m or five cron fields as in 0 6 * * *")]
    [InlineData(" \t ", null, "the schedule is empty; write every 5m or five cron fields as in 0 6 * * *")]
    [InlineData("hourly", 1, "'hourly' is not understood; write a period as in every 5m, or five cron fields: "
        + "minute, hour, day of month, month and day of week, as in 0 6 * * 1-5")]
    [InlineData("0 6 * *", null, "a cron schedule has five fields, this one has 4; write "
        + "minute, hour, day of month, month and day of week, as in 0 6 * * 1-5")]
    [InlineData("33 30 1-10 * * *", 16, "six fields are not supported, seconds are not counted; write five: "
        + "minute, hour, day of month, month and day of week, as in 0 6 * * 1-5")]
    [InlineData("0 6 * * * /usr/bin/backup --all", 11, "a cron schedule has five fields, this one has 7; write "
        + "minute, hour, day of month, month and day of week, as in 0 6 * * 1-5, and no command behind them")]
    [InlineData("CRON_TZ=UTC 0 6 * * *", 1,
        "a schedule holds no settings such as CRON_TZ=; give the zone as timezone")]
    [InlineData("@reboot", 1, "@reboot is not known; "
        + "@hourly, @daily, @midnight, @weekly, @monthly, @yearly and @annually are allowed")]
    [InlineData("0 0 30 2 *", null,
        "0 0 30 2 * never happens in UTC; no year has such a day, or the clocks always skip such a time")]
    [InlineData("0 0 31 4,6,9,11 *", null,
        "0 0 31 4,6,9,11 * never happens in UTC; no year has such a day, or the clocks always skip such a time")]
    public void A_text_that_is_no_schedule_is_refused_with_what_to_write(string text, int? position, string why) =>
        Assert.Equal(new ScheduleParse.Refused("schedule", position, why), Write.Refusal(text));

    [Theory]
    [InlineData("every", 6, "period: the length is missing at character 6")]
    [InlineData("every 0s", 7, "period: 0s at character 7 is out of range; 1 second to 365 days is allowed")]
    [InlineData("every 366d", 7, "period: 366d at character 7 is out of range; 1 second to 365 days is allowed")]
    [InlineData("every 99999999999999999999w", 7, "period: 99999999999999999999w at character 7 is out of range")]
    [InlineData("every 5", 8, "period: a unit is missing at character 8; s, m, h, d and w are allowed")]
    [InlineData("every 5y", 8, "period: the unit 'y' at character 8 is not known; s, m, h, d and w are allowed")]
    [InlineData("every 5ss", 8, "period: the unit 'ss' at character 8 is not known")]
    [InlineData("every 30m1h", 10, "period: 1h at character 10 is out of order; longer units come first")]
    [InlineData("every 1h1h", 9, "period: 1h at character 9 is out of order; longer units come first")]
    [InlineData("every -5m", 7, "period: '-' at character 7 is not understood; write it as in every 30s")]
    [InlineData("every 1.5h", 8, "period: a unit is missing at character 8")]
    [InlineData("every 5m 3", 11, "period: a unit is missing at character 11")]
    [InlineData("every 5m day", 10, "period: 'd' at character 10 is not understood")]
    public void A_wrong_period_is_pointed_at(string text, int position, string why)
    {
        var refusal = Write.Refusal(text);

        Assert.Equal(position, refusal.Position);
        Assert.StartsWith(why, refusal.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Europe/Berln", "the zone 'Europe/Berln' is not known; did you mean Europe/Berlin?")]
    [InlineData("europe/berln", "the zone 'europe/berln' is not known; did you mean Europe/Berlin?")]
    [InlineData("Berlin", "the zone 'Berlin' is not known; did you mean Europe/Berlin?")]
    [InlineData("new york", "the zone 'new york' is not known; did you mean America/New_York?")]
    [InlineData("Mars/Olympus", "the zone 'Mars/Olympus' is not known; write a name of the tz database, "
        + "as in Europe/Berlin or UTC")]
    [InlineData("../../etc/passwd", "the zone '../../etc/passwd' is not known; write a name of the tz database, "
        + "as in Europe/Berlin or UTC")]
    [InlineData("/etc/localtime", "the zone '/etc/localtime' is not known; write a name of the tz database, "
        + "as in Europe/Berlin or UTC")]
    [InlineData("Europe", "the zone 'Europe' is not known; write a name of the tz database, as in Europe/Berlin or UTC")]
    [InlineData("leapseconds", "the zone 'leapseconds' is not known; write a name of the tz database, "
        + "as in Europe/Berlin or UTC")]
    [InlineData("localtime", "the zone 'localtime' is not known; write a name of the tz database, "
        + "as in Europe/Berlin or UTC")]
    [InlineData("Europe/Berlin\0", "the zone 'Europe/Berlin\0' is not known; did you mean Europe/Berlin?")]
    public void An_unknown_zone_is_refused_with_what_was_perhaps_meant(string zone, string why)
    {
        Assert.Equal(new ScheduleParse.Refused("timezone", null, why), Write.Refusal("0 6 * * *", zone));
        Assert.Equal(new ScheduleParse.Refused("timezone", null, why), Write.Refusal("every 5m", zone));
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused_before_it_is_read()
    {
        Assert.Equal("the schedule has 201 characters; 200 are allowed", Write.Refusal(new string('1', 201)).Why);
        Assert.Equal("the zone has 65 characters; 64 are allowed", Write.Refusal("@daily", new string('x', 65)).Why);
    }

    // New York skips 02:00 to 02:59 on every second Sunday of March: with a star for the minute nothing is left.
    [Fact]
    public void A_schedule_that_the_clocks_always_skip_is_refused_where_they_do()
    {
        Assert.Equal(
            "*/30 2 * 3 SUN#2 never happens in America/New_York; "
            + "no year has such a day, or the clocks always skip such a time",
            Write.Refusal("*/30 2 * 3 SUN#2", "America/New_York").Why);
        Assert.NotNull(Write.Schedule("*/30 2 * 3 SUN#2", "Europe/Berlin"));
        Assert.NotNull(Write.Schedule("0,30 2 * 3 SUN#2", "America/New_York"));
    }
}
