namespace Vigilant.Server.Runs.Operations;

/// <summary>How much is done at once.</summary>
sealed record OperationPace
{
    /// <summary>How many runs are looked for at once.</summary>
    public int Page { get; init; } = 50_000;

    /// <summary>How many are changed in one transaction: while it lasts, signals of their jobs wait.</summary>
    public int Chunk { get; init; } = 1000;

    /// <summary>After this long another operation has its turn.</summary>
    public TimeSpan Turn { get; init; } = TimeSpan.FromSeconds(2);
}
