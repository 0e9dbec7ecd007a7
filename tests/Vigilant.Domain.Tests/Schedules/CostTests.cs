using System.Diagnostics;

namespace Vigilant.Domain.Tests.Schedules;

public sealed class CostTests
{
    // The rarest that is accepted waits 40 years: a leap day on one day of the week, across a century without one.
    [Theory]
    [InlineData("* * * * *")]
    [InlineData("30 2 * * *")]
    [InlineData("*/30 2 29 2 */7")]
    [InlineData("0 0 29 2 */7")]
    public void Finding_a_slot_allocates_nothing_and_takes_less_than_a_millisecond(string cron)
    {
        var schedule = Write.Schedule(cron, "Europe/Berlin");
        var from = Write.Instant("2072-03-01 00:00Z");
        var (bytes, time) = (long.MaxValue, TimeSpan.MaxValue);

        // The least of several rounds: the first fills what is kept, and the runtime itself may work in between.
        for (var round = 0; round < 5; round++)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            for (var slot = 0; slot < 100; slot++)
            {
                schedule.Next(from);
                schedule.Previous(from);
            }

            time = Min(time, Stopwatch.GetElapsedTime(start) / 200);
            bytes = Math.Min(bytes, GC.GetAllocatedBytesForCurrentThread() - allocated);
        }

        Assert.Equal(0, bytes);
        Assert.True(time < TimeSpan.FromMilliseconds(1), $"a slot took {time}");
    }

    static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
