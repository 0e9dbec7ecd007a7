using Vigilant.Domain.Detection;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Detection;

/// <summary>
/// Says twice a second that this node lives and until when it took signals and wrote them. Whoever beats first after a time in
/// which no node took any, writes down the gap; so a stop, a database that was away and a clock that stepped are one thing.
/// </summary>
sealed class KeepBeat(NodeStore store, ISignalIntake intake, ThisNode node, ILogger<KeepBeat> log) : IPass, IHostedService
{
    static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan LongestMemory = TimeSpan.FromDays(800);

    DateTimeOffset? _acceptedUntil;

    public string Name => "keep beat";

    public async Task<PassResult> RunOnceAsync(CancellationToken stopping)
    {
        var now = node.Clock.Now;
        var accepted = intake.TakeRefused() ? _acceptedUntil ?? now : now;
        var beat = await store.BeatAsync(node, intake.AppliedUntil, accepted, stopping);
        await NoteAsync(beat.AcceptedUntil, accepted, "signals could not be accepted", stopping);
        await FollowAsync(beat.DatabaseTime, stopping);
        var gaps = await store.RecentGapsAsync(now - LongestMemory, stopping);
        node.Gaps.Replace([.. Gaps.Merge(gaps)]);
        node.Line.Set(beat);
        _acceptedUntil = accepted;
        return new PassResult(1, Rest);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Leaves, so that no other node waits for this one, and the next start knows from when on nobody listened.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => store.LeaveAsync(node, cancellationToken);

    async Task NoteAsync(DateTimeOffset? from, DateTimeOffset until, string reason, CancellationToken stopping)
    {
        if (from is { } start && until - start > node.ShortestGap)
        {
            await store.AddGapAsync(new Gap(start, until), reason, stopping);
            log.GapNoted(start, until, reason);
        }
    }

    async Task FollowAsync(DateTimeOffset databaseTime, CancellationToken stopping)
    {
        if (node.Follow(databaseTime) is { } step)
        {
            log.ClockStepped(step);
            await NoteAsync(databaseTime - step, databaseTime, "the clock stepped", stopping);
        }
    }
}
