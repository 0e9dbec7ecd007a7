namespace Vigilant.Domain.Schedules;

/// <summary>A time in which a zone's offset does not change.</summary>
/// <param name="Start">The first minute, in UTC minutes since the year 1.</param>
/// <param name="End">The first minute that is no longer in it.</param>
/// <param name="Offset">What to add to get the local time, in minutes.</param>
readonly record struct Stretch(long Start, long End, int Offset)
{
    public long LocalStart => Start + Offset;

    public long LocalEnd => End + Offset;
}
