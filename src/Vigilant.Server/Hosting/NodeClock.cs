namespace Vigilant.Server.Hosting;

/// <summary>
/// What this node takes to be now: it never runs backwards, whatever the wall clock does, and it is corrected towards the
/// database's clock. Passes read it once per pass.
/// </summary>
sealed class NodeClock(TimeProvider time)
{
    readonly Lock _gate = new();
    DateTimeOffset _anchor = time.GetUtcNow();
    DateTimeOffset _last;
    long _anchoredAt = time.GetTimestamp();

    public DateTimeOffset Now
    {
        get
        {
            lock (_gate)
            {
                var now = ToMicroseconds(_anchor + time.GetElapsedTime(_anchoredAt));
                return _last = now > _last ? now : _last;
            }
        }
    }

    /// <summary>Moves this clock by <paramref name="by"/>; when that is backwards, it stands still until it is caught up with.</summary>
    public void Correct(TimeSpan by)
    {
        lock (_gate)
        {
            var now = _anchor + time.GetElapsedTime(_anchoredAt);
            _anchor = now + by;
            _anchoredAt = time.GetTimestamp();
        }
    }

    // PostgreSQL keeps microseconds; a time that was stored must equal the time that was decided with.
    static DateTimeOffset ToMicroseconds(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
}
