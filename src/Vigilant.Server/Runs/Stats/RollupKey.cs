using Vigilant.Domain.Runs;
using Vigilant.Domain.Runs.Tallies;

namespace Vigilant.Server.Runs.Stats;

/// <summary>Which runs a row of counts counts.</summary>
/// <param name="Subject">A job or a project.</param>
readonly record struct RollupKey(Guid Subject, Grain Grain, DateTimeOffset At, RunState State)
{
    public static RollupKey Of(Guid subject, Grain grain, TallyKey key)
    {
        var at = TallyKey.TimeOf(key.Hour);
        return new RollupKey(subject, grain, grain == Grain.Hour ? at : at.AddHours(-at.Hour), key.State);
    }
}
