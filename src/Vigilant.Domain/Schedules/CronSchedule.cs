namespace Vigilant.Domain.Schedules;

/// <summary>Times on the local clock of a zone, written in five cron fields.</summary>
public sealed record CronSchedule : Schedule
{
    readonly CronFields _fields;
    readonly CronTimes _times;
    readonly ZoneClock _clock;

    internal CronSchedule(string text, in CronFields fields, TimeZoneInfo zone)
    {
        Text = text;
        Zone = zone;
        _fields = fields;
        _times = new CronTimes(fields);
        _clock = ZoneClock.Of(zone);
    }

    /// <inheritdoc/>
    public override string Text { get; }

    /// <summary>The zone whose clock counts.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>False for days that no year has, such as 30 February, and times that the clocks always skip.</summary>
    internal bool CanHappen => _times.CanHappen && Next(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)) is not null;

    /// <inheritdoc/>
    public override DateTimeOffset? Next(DateTimeOffset after)
    {
        var minute = Minutes.AtOrBefore(after);
        return Minutes.ToInstant(_fields.NamesTimesOfDay
            ? NamedTimes.Next(_times, _clock, minute)
            : ElapsedTimes.Next(_times, _clock, minute));
    }

    /// <inheritdoc/>
    public override DateTimeOffset? Previous(DateTimeOffset before)
    {
        var minute = Minutes.Before(before);
        return Minutes.ToInstant(_fields.NamesTimesOfDay
            ? NamedTimes.Previous(_times, _clock, minute)
            : ElapsedTimes.Previous(_times, _clock, minute));
    }

    /// <inheritdoc/>
    public override string Describe() => $"{CronWords.Describe(_fields)}, {Zone.Id}";

    /// <summary>Two are equal when they are written alike for the same zone.</summary>
    public bool Equals(CronSchedule? other) => other is not null && Text == other.Text && Zone.Id == other.Zone.Id;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Zone.Id);

    private protected override string? NoteOn(DateTimeOffset at, DateTimeOffset after) =>
        new ClockChanges(_times, _clock, _fields.NamesTimesOfDay)
            .NoteOn(Minutes.AtOrBefore(at), Minutes.AtOrBefore(after));
}
