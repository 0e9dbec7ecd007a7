using Vigilant.Server.Hosting;

namespace Vigilant.Server.Detection;

/// <summary>
/// Before which instant deadlines may be judged: all that any living node received before it is written. It is not known unless
/// this node's beat is fresh, because only a beat tells of a gap.
/// </summary>
sealed class WaterLine(NodeClock clock)
{
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1.5);

    readonly Lock _gate = new();
    DateTimeOffset? _beatAt;
    Beat _beat;

    public void Set(Beat beat)
    {
        lock (_gate)
        {
            (_beat, _beatAt) = (beat, clock.Now);
        }
    }

    public (DateTimeOffset Line, bool Confirmed)? Now
    {
        get
        {
            lock (_gate)
            {
                var now = clock.Now;
                if (_beatAt is not { } at || now - at > Fresh)
                {
                    return null;
                }

                return (_beat.OthersUntil < now ? _beat.OthersUntil.Value : now, !_beat.SomeoneIsLost);
            }
        }
    }
}
