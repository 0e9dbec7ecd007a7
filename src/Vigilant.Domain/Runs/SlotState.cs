namespace Vigilant.Domain.Runs;

/// <summary>What became of a slot. The numbers are stored.</summary>
public enum SlotState
{
    /// <summary>A run came and failed; another may still succeed in time.</summary>
    Due = 0,

    /// <summary>A success came in time.</summary>
    Met = 1,

    /// <summary>Its grace passed without success.</summary>
    Missed = 2,

    /// <summary>A success could have come while none could be accepted.</summary>
    Unknown = 3,
}
