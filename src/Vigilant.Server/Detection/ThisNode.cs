using Microsoft.Extensions.Options;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Detection;

/// <summary>This running server process: its name, its clock, and what it knows of gaps and of the other nodes.</summary>
sealed class ThisNode(NodeClock clock, RecentGaps gaps, WaterLine line, IOptions<DetectionOptions> options)
{
    static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LargestSlew = TimeSpan.FromMilliseconds(5);

    bool _followed;

    public Guid Id { get; } = TimeOrderedId.Mint(clock.Now);

    public string Name { get; } = Environment.MachineName;

    public DateTimeOffset StartedAt { get; } = clock.Now;

    public NodeClock Clock => clock;

    public RecentGaps Gaps => gaps;

    public WaterLine Line => line;

    public TimeSpan ShortestGap => options.Value.ShortestGap;

    /// <summary>
    /// Brings this node's clock nearer to the database's. Returns the length of a step forwards, in which no deadline may pass
    /// unseen; steps backwards are not followed but waited out, because no node may judge the same time twice.
    /// </summary>
    public TimeSpan? Follow(DateTimeOffset databaseTime)
    {
        if (!options.Value.FollowDatabaseClock)
        {
            return null;
        }

        var off = databaseTime - clock.Now;
        var steps = off > Step && _followed;
        var by = off > Step || !_followed ? off : TimeSpan.FromTicks(Math.Clamp(off.Ticks, -LargestSlew.Ticks, LargestSlew.Ticks));
        _followed = true;
        clock.Correct(by);
        return steps ? off : null;
    }
}
