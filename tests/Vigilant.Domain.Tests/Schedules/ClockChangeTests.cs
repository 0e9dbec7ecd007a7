namespace Vigilant.Domain.Tests.Schedules;

public sealed class ClockChangeTests
{
    // Riga, 28 March 2021: the clocks jump from 03:00+02 to 04:00+03.
    //
    //  +02  01:00    02:00    |            gap            |
    // --------|--------|------|======================>    |
    //                   03:00+02 = 04:00+03   04:30    05:00  +03
    //
    // Stars go by elapsed time: what lies in the gap does not happen. Named times happen when the clocks jump.
    [Theory]
    [InlineData("0 * * * *", "2021-03-28 01:30+02", "2021-03-28 02:00+02", "2021-03-28 04:00+03")]
    [InlineData("30 1,2,3,4,5 * * *", "2021-03-28 01:30+02",
        "2021-03-28 02:30+02", "2021-03-28 04:00+03", "2021-03-28 04:30+03")]
    [InlineData("0 1-5 * * *", "2021-03-28 01:30+02",
        "2021-03-28 02:00+02", "2021-03-28 04:00+03", "2021-03-28 05:00+03")]
    [InlineData("15 3 * * *", "2021-03-27 00:00+02",
        "2021-03-27 03:15+02", "2021-03-28 04:00+03", "2021-03-29 03:15+03")]
    [InlineData("0,30 3 * * *", "2021-03-27 12:00+02", "2021-03-28 04:00+03", "2021-03-29 03:00+03")]
    [InlineData("*/30 3 * * *", "2021-03-27 12:00+02", "2021-03-29 03:00+03", "2021-03-29 03:30+03")]
    [InlineData("30 */3 * * *", "2021-03-28 01:00+02", "2021-03-28 06:30+03", "2021-03-28 09:30+03")]
    public void What_the_clocks_skip_is_moved_when_it_has_a_name_and_left_out_when_it_is_a_pace(
        string cron, string after, params string[] expected) => Expect(cron, "Europe/Riga", after, expected);

    // Riga, 31 October 2021: the clocks go back from 04:00+03 to 03:00+02.
    //
    //  +03  02:00    03:00    03:59|
    // --------|--------|-----------|03:00    03:59    04:00  +02
    //                  ^ first     ^ second
    //
    // Stars happen in both hours. Named times happen in the first only.
    [Theory]
    [InlineData("0 * * * *", "2021-10-31 01:30+03",
        "2021-10-31 02:00+03", "2021-10-31 03:00+03", "2021-10-31 03:00+02", "2021-10-31 04:00+02")]
    [InlineData("0 */2 * * *", "2021-10-31 01:30+03",
        "2021-10-31 02:00+03", "2021-10-31 04:00+02", "2021-10-31 06:00+02")]
    [InlineData("0 */3 * * *", "2021-10-31 01:30+03",
        "2021-10-31 03:00+03", "2021-10-31 03:00+02", "2021-10-31 06:00+02")]
    [InlineData("15 3 * * *", "2021-10-30 00:00+03",
        "2021-10-30 03:15+03", "2021-10-31 03:15+03", "2021-11-01 03:15+02")]
    [InlineData("* 1-6 * * *", "2021-10-31 03:58+03",
        "2021-10-31 03:59+03", "2021-10-31 03:00+02", "2021-10-31 03:01+02")]
    [InlineData("*/30 3 * * *", "2021-10-30 12:00+03",
        "2021-10-31 03:00+03", "2021-10-31 03:30+03", "2021-10-31 03:00+02", "2021-10-31 03:30+02")]
    [InlineData("*/30 3 * * SUN", "2021-10-31 03:10+03",
        "2021-10-31 03:30+03", "2021-10-31 03:00+02", "2021-10-31 03:30+02", "2021-11-07 03:00+02")]
    [InlineData("* * * * *", "2021-10-31 03:59:30+03", "2021-10-31 03:00+02", "2021-10-31 03:01+02")]
    public void What_comes_twice_happens_once_when_it_has_a_name_and_twice_when_it_is_a_pace(
        string cron, string after, params string[] expected) => Expect(cron, "Europe/Riga", after, expected);

    // Asked in the second of two equal hours, others answer with the first: a time that has passed.
    //
    //  +03  03:00    03:30   03:59|
    // --------|--------|----------|03:00  03:10  03:30  04:00 +02
    //                  ^ wrong            ^ asked
    [Theory]
    [InlineData("30 3 * * *", "Europe/Riga", "2021-10-31 03:10+02", "2021-11-01 03:30+02")]
    [InlineData("30 1 * * *", "America/New_York", "2021-11-07 01:10-05", "2021-11-08 01:30-05")]
    [InlineData("15,45 0-23 * * *", "America/New_York", "2021-11-07 01:10-05", "2021-11-07 02:15-05")]
    [InlineData("*/5 * * * *", "Europe/Riga", "2021-10-31 03:10+02", "2021-10-31 03:15+02")]
    [InlineData("0/5 0-23 * * *", "Europe/Riga", "2021-10-31 03:10+02", "2021-10-31 04:00+02")]
    public void The_next_slot_never_lies_in_the_past(string cron, string zone, string after, string expected) =>
        Expect(cron, zone, after, expected);

    // Lord Howe, 3 October 2021: half an hour is skipped, 02:00+10:30 becomes 02:30+11.
    [Theory]
    [InlineData("15 2 * * *", "Australia/Lord_Howe", "2021-10-02 12:00+10:30",
        "2021-10-03 02:30+11", "2021-10-04 02:15+11")]
    // Apia had no 30 December 2011 at all.
    [InlineData("0 6 * * *", "Pacific/Apia", "2011-12-29 12:00-10", "2011-12-31 00:00+14", "2011-12-31 06:00+14")]
    [InlineData("0 */6 * * *", "Pacific/Apia", "2011-12-29 17:00-10", "2011-12-29 18:00-10", "2011-12-31 00:00+14")]
    // Midnight is skipped in Cairo, and comes when the clocks jump to 01:00.
    [InlineData("0 0 * * *", "Africa/Cairo", "2024-04-25 12:00+02", "2024-04-26 01:00+03", "2024-04-27 00:00+03")]
    // After 2037 the framework is wrong here in the second before the clocks change.
    [InlineData("0 0 * * *", "Africa/Cairo", "2040-10-25 12:00+03", "2040-10-26 00:00+02", "2040-10-27 00:00+02")]
    [InlineData("* * * * *", "America/Santiago", "2040-04-07 23:59:59-03", "2040-04-07 23:00-04")]
    public void Odd_clocks_follow_the_same_rules(string cron, string zone, string after, params string[] expected) =>
        Expect(cron, zone, after, expected);

    // The table of docs/schedules.md. Berlin, 2026:
    //
    // 29 March     01:00+01 |=====> 03:00+02    04:00
    // 25 October   01:00+02   02:00+02 |02:00+01    03:00
    [Theory]
    [InlineData("30 2 * * *", "2026-03-29 00:00+01", "2026-03-29 03:00+02", "2026-03-30 02:30+02")]
    [InlineData("30 2 * * *", "2026-10-25 00:00+02", "2026-10-25 02:30+02", "2026-10-26 02:30+01")]
    [InlineData("0,30 2 * * *", "2026-03-29 00:00+01", "2026-03-29 03:00+02", "2026-03-30 02:00+02")]
    [InlineData("0,30 2 * * *", "2026-10-25 00:00+02",
        "2026-10-25 02:00+02", "2026-10-25 02:30+02", "2026-10-26 02:00+01")]
    [InlineData("30 1-4 * * *", "2026-03-29 00:00+01", "2026-03-29 01:30+01", "2026-03-29 03:00+02",
        "2026-03-29 03:30+02", "2026-03-29 04:30+02", "2026-03-30 01:30+02")]
    [InlineData("30 1-4 * * *", "2026-10-25 00:00+02", "2026-10-25 01:30+02", "2026-10-25 02:30+02",
        "2026-10-25 03:30+01", "2026-10-25 04:30+01", "2026-10-26 01:30+01")]
    [InlineData("0 * * * *", "2026-03-29 00:00+01", "2026-03-29 01:00+01", "2026-03-29 03:00+02", "2026-03-29 04:00+02")]
    [InlineData("0 * * * *", "2026-10-25 00:00+02",
        "2026-10-25 01:00+02", "2026-10-25 02:00+02", "2026-10-25 02:00+01", "2026-10-25 03:00+01")]
    [InlineData("*/30 2 * * *", "2026-03-29 00:00+01", "2026-03-30 02:00+02")]
    [InlineData("*/30 2 * * *", "2026-10-25 00:00+02", "2026-10-25 02:00+02", "2026-10-25 02:30+02",
        "2026-10-25 02:00+01", "2026-10-25 02:30+01", "2026-10-26 02:00+01")]
    public void The_guide_tells_the_truth(string cron, string after, params string[] expected) =>
        Expect(cron, "Europe/Berlin", after, expected);

    static void Expect(string cron, string zone, string after, params string[] expected) =>
        Assert.Equal(
            expected.Select(text => (DateTimeOffset?)Write.Instant(text)),
            Write.Nexts(Write.Schedule(cron, zone), after, expected.Length));
}
