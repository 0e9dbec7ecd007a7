using System.Collections.Concurrent;

namespace Vigilant.Server.Hosting;

/// <summary>When each pass last ended well; readiness asks it.</summary>
sealed class PassHealth(TimeProvider clock)
{
    /// <summary>A pass that has not ended well for this long beyond its own rest is stale.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    readonly ConcurrentDictionary<string, Beat> _beats = new();

    public void Expect(string pass) => _beats[pass] = new Beat(clock.GetTimestamp(), TimeSpan.Zero, null);

    public void Succeeded(string pass, TimeSpan rest) => _beats[pass] = new Beat(clock.GetTimestamp(), rest, null);

    public void Failed(string pass, string error) =>
        _beats.AddOrUpdate(
            pass,
            _ => new Beat(clock.GetTimestamp(), TimeSpan.Zero, error),
            (_, beat) => beat with { Error = error });

    /// <summary>The passes that have not ended well lately, each with the last error if there was one.</summary>
    public IReadOnlyList<(string Pass, string? Error)> Stale() =>
        [.. _beats
            .Where(beat => clock.GetElapsedTime(beat.Value.EndedWellAt) > beat.Value.Rest + Patience)
            .Select(beat => (beat.Key, beat.Value.Error))];

    readonly record struct Beat(long EndedWellAt, TimeSpan Rest, string? Error);
}
