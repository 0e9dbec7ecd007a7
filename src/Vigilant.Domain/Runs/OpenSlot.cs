namespace Vigilant.Domain.Runs;

/// <summary>A slot whose deadline has not passed and for which a run has come.</summary>
/// <param name="Nominal">Its time.</param>
/// <param name="Met">True: with success; false: the run failed, and another may still succeed.</param>
public readonly record struct OpenSlot(DateTimeOffset Nominal, bool Met);
