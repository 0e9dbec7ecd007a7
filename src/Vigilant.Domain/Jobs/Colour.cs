namespace Vigilant.Domain.Jobs;

/// <summary>The health of a job at a glance. The numbers are stored.</summary>
public enum Colour
{
    /// <summary>Never ran, paused, disabled or unknown.</summary>
    Grey = 0,

    /// <summary>Running.</summary>
    Yellow = 1,

    /// <summary>The last outcome was a success.</summary>
    Green = 2,

    /// <summary>A problem is open.</summary>
    Red = 3,
}
