using System.Collections.Concurrent;
using Vigilant.Domain.Schedules;

namespace Vigilant.Server.Runs;

/// <summary>Schedules are shared: most jobs of an installation have one of a few.</summary>
static class ScheduleCache
{
    const int Most = 20_000;

    static readonly ConcurrentDictionary<(string Text, string Zone), Schedule> Known = new();

    /// <summary>A stored schedule was accepted when it was stored; one that no longer parses (its zone is gone) is none.</summary>
    public static Schedule? Of(string? text, string zone)
    {
        if (text is null)
        {
            return null;
        }

        if (Known.TryGetValue((text, zone), out var known))
        {
            return known;
        }

        if (ScheduleParser.Parse(text, zone) is not ScheduleParse.Parsed parsed)
        {
            return null;
        }

        if (Known.Count >= Most)
        {
            Known.Clear();
        }

        return Known[(text, zone)] = parsed.Schedule;
    }
}
