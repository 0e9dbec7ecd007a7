namespace Vigilant.Contracts;

/// <summary>What an operation would be about; nothing was changed.</summary>
/// <param name="Action">What would be done.</param>
/// <param name="Matched">How many runs it is about now.</param>
/// <param name="More">There are more than that: counting ended there.</param>
/// <param name="Examples">The newest of them.</param>
public sealed record OperationPreview(string Action, long Matched, bool More, IReadOnlyList<Run> Examples);
