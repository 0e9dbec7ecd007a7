using FsCheck;
using FsCheck.Fluent;
using Vigilant.Domain.Schedules;

namespace Vigilant.Domain.Tests.Schedules;

public sealed class EveryZoneTests
{
    [Fact]
    public void The_next_slot_lies_after_and_each_later_than_the_last() => InEveryZone(casesEach: 15, (schedule, at) =>
    {
        for (var slots = 0; slots < 5; slots++)
        {
            if (schedule.Next(at) is not { } next)
            {
                return true;
            }

            Assert.True(next > at, $"{next:O} does not lie after {at:O}");
            at = next;
        }

        return true;
    });

    [Fact]
    public void The_previous_slot_lies_before_and_each_earlier_than_the_last() => InEveryZone(casesEach: 15, (schedule, at) =>
    {
        for (var slots = 0; slots < 5; slots++)
        {
            if (schedule.Previous(at) is not { } previous)
            {
                return true;
            }

            Assert.True(previous < at, $"{previous:O} does not lie before {at:O}");
            at = previous;
        }

        return true;
    });

    // previous      at      next
    // ---|----------x--------|----   nothing lies between the two, whatever the clocks do there
    [Fact]
    public void Between_a_slot_and_the_next_lies_nothing() => InEveryZone(casesEach: 15, (schedule, at) =>
    {
        if (schedule.Next(at) is not { } next || schedule.Previous(next) is not { } previous)
        {
            return true;
        }

        Assert.True(previous <= at, $"{previous:O} lies after {at:O}");
        Assert.Equal(next, schedule.Next(previous));
        Assert.Equal(previous, schedule.Previous(next));
        Assert.Equal(previous, schedule.Next(at.AddTicks(-1)) == at ? at : schedule.Previous(at));
        return true;
    });

    [Fact]
    public void The_next_slot_is_the_one_that_walking_through_time_finds()
    {
        var days = TimeSpan.FromDays(3);
        InEveryZone(casesEach: 6, (cron, schedule, at) =>
        {
            var walked = WalkedTime.Next(cron, schedule.Zone, at, at + days);
            var next = schedule.Next(at);

            Assert.Equal(walked, next > at + days ? null : next);
            return true;
        });
    }

    static void InEveryZone(int casesEach, Func<CronSchedule, DateTimeOffset, bool> holds) =>
        InEveryZone(casesEach, (_, schedule, at) => holds(schedule, at));

    static void InEveryZone(int casesEach, Func<RandomCron, CronSchedule, DateTimeOffset, bool> holds)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(casesEach).WithQuietOnSuccess(true);
        foreach (var zone in ZoneChanges.Zones)
        {
            var cases =
                from cron in RandomCron.Any
                from at in ZoneChanges.Near(zone)
                select (cron, zone: zone.Id, at);
            Prop.ForAll(cases.ToArbitrary(), each => Holds(each.cron, each.zone, each.at, holds)).Check(config);
        }
    }

    static bool Holds(
        RandomCron cron, string zone, DateTimeOffset at, Func<RandomCron, CronSchedule, DateTimeOffset, bool> holds) =>
        ScheduleParser.Parse(cron.Text, zone) switch
        {
            ScheduleParse.Parsed { Schedule: CronSchedule schedule } => holds(cron, schedule, at),
            ScheduleParse.Refused { Why: var why } => why.Contains("never happens", StringComparison.Ordinal),
            _ => false,
        };
}
