namespace Vigilant.Domain.Schedules;

/// <summary>When a job is expected. Made by <see cref="ScheduleParser"/>; safe to share between threads.</summary>
public abstract record Schedule
{
    /// <summary>The most slots that <see cref="Upcoming"/> lists.</summary>
    public const int MostUpcoming = 1000;

    private protected Schedule()
    {
    }

    /// <summary>The canonical text: parsed again, it gives an equal schedule.</summary>
    public abstract string Text { get; }

    /// <summary>The first slot strictly after an instant, in UTC; null when there is none any more.</summary>
    public abstract DateTimeOffset? Next(DateTimeOffset after);

    /// <summary>The last slot strictly before an instant, in UTC; null when there is none.</summary>
    public abstract DateTimeOffset? Previous(DateTimeOffset before);

    /// <summary>The schedule in words: "Every 90 seconds", "At 06:00 on weekdays, Europe/Berlin".</summary>
    public abstract string Describe();

    /// <summary>The next slots, each with what a change of the clocks does to it.</summary>
    /// <param name="after">The instant after which they lie.</param>
    /// <param name="count">How many; at most <see cref="MostUpcoming"/> are given.</param>
    public IReadOnlyList<Occurrence> Upcoming(DateTimeOffset after, int count)
    {
        var upcoming = new List<Occurrence>(Math.Clamp(count, 0, MostUpcoming));
        while (upcoming.Count < upcoming.Capacity && Next(after) is { } at)
        {
            upcoming.Add(new Occurrence(at, NoteOn(at, after)));
            after = at;
        }

        return upcoming;
    }

    private protected abstract string? NoteOn(DateTimeOffset at, DateTimeOffset after);
}
