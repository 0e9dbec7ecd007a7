namespace Vigilant.Contracts;

/// <summary>Some operations of the project, the newest first.</summary>
/// <param name="Operations">At most as many as asked for.</param>
/// <param name="Next">The cursor of the next page; null: there is none.</param>
public sealed record OperationList(IReadOnlyList<Operation> Operations, string? Next);
