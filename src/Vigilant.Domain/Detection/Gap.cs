namespace Vigilant.Domain.Detection;

/// <summary>A time in which signals could not be accepted.</summary>
public readonly record struct Gap(DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>Clients repeat a refused signal for this long; a gap that is shorter loses none.</summary>
    public static readonly TimeSpan RetryAllowance = TimeSpan.FromSeconds(60);

    /// <summary>Whether a signal may be lost in it for good.</summary>
    public bool IsLong => Until - From >= RetryAllowance;

    /// <summary>Whether the awaited signal could have come in it.</summary>
    public bool Overlaps(DateTimeOffset from, DateTimeOffset until) => From < until && Until > from;
}
