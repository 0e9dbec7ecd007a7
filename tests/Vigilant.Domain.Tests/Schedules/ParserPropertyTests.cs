using FsCheck;
using FsCheck.Fluent;
using Vigilant.Domain.Schedules;

namespace Vigilant.Domain.Tests.Schedules;

public sealed class ParserPropertyTests
{
    static readonly Config Quick = Config.QuickThrowOnFailure.WithQuietOnSuccess(true);
    static readonly DateTimeOffset At = Write.Instant("2026-11-20 06:00Z");

    [Fact]
    public void Any_text_is_read_or_refused_with_a_place_inside_it() =>
        Prop.ForAll(Scraps.ToArbitrary(), text => ScheduleParser.Parse(text, null) switch
        {
            ScheduleParse.Parsed parsed => parsed.Schedule.Next(At) > At && ReadsItself(parsed.Schedule),
            ScheduleParse.Refused refused => refused.Why.Length > 0
                && (refused.Position ?? 1) >= 1
                && (refused.Position ?? 1) <= text.Length + 1,
            _ => false,
        }).Check(Quick.WithMaxTest(20_000));

    [Fact]
    public void Any_zone_is_read_or_refused() =>
        Prop.ForAll<string?>(zone => ScheduleParser.Parse("@daily", zone) is ScheduleParse.Parsed
            or ScheduleParse.Refused { Field: "timezone", Position: null }).Check(Quick);

    [Fact]
    public void Any_made_up_schedule_reads_its_own_text_and_has_words() =>
        Prop.ForAll(RandomCron.Any.ToArbitrary(), cron => ScheduleParser.Parse(cron.Text, "Europe/Riga") switch
        {
            ScheduleParse.Parsed parsed => ReadsItself(parsed.Schedule)
                && parsed.Schedule.Describe().EndsWith(", Europe/Riga", StringComparison.Ordinal),
            _ => true,
        }).Check(Quick.WithMaxTest(2_000));

    static Gen<string> Scraps { get; } =
        from scraps in Gen.ListOf(Gen.Frequency(
            (6, Gen.Elements("*", "0", "1", "5", "59", "*/5", "1-5", "L", "LW", "5L", "MON", "MON#2", "JAN", "every", "30s", "1h")),
            (2, Gen.Elements("/", "-", ",", "#", "@", "\t", "?", "\0", "é", "٣", "@daily", "99999999999"))))
        from between in Gen.Elements("", " ")
        select string.Join(between, scraps);

    static bool ReadsItself(Schedule schedule) =>
        ScheduleParser.Parse(schedule.Text, (schedule as CronSchedule)?.Zone.Id)
            is ScheduleParse.Parsed again && again.Schedule == schedule;
}
