using Vigilant.Contracts;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Notifications;

/// <summary>Sends a test over a channel the way all notifications go, and waits for what becomes of it.</summary>
sealed class TryChannel(ChannelStore store, DeliveryLog log, NodeClock clock, TimeProvider time)
{
    static readonly TimeSpan AtMost = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(100);

    public async Task<ChannelTest> RunAsync(Guid project, ChannelRow channel, CancellationToken stopping)
    {
        var id = await store.TestAsync(project, channel, clock.Now, stopping);
        var began = time.GetTimestamp();
        while (time.GetElapsedTime(began) < AtMost)
        {
            if (await log.FindAsync(project, id, stopping) is { State: not "pending" } finished)
            {
                return Outcome(finished);
            }

            await Task.Delay(Rest, time, stopping);
        }

        return new ChannelTest(false, null, "There is no answer yet. GET /v1/notifications tells what becomes of the test.");
    }

    static ChannelTest Outcome(Notification test) => test.State == "delivered"
        ? new ChannelTest(true, test.Status, test.Error ?? "The other side took the test.")
        : new ChannelTest(false, test.Status, test.Error ?? "The test was not delivered.");
}
