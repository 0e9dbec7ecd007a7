namespace Vigilant.Contracts;

/// <summary>What became of the runs of a resource that were to be removed.</summary>
/// <param name="Removed">How many this request removed.</param>
/// <param name="Complete">False: there are more that can be removed; send the request again.</param>
/// <param name="InProgress">How many are left because they have not ended.</param>
/// <param name="Pinned">How many are left because they are pinned.</param>
public sealed record ResourceRemoval(int Removed, bool Complete, long InProgress, long Pinned);
