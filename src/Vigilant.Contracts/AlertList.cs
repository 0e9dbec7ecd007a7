namespace Vigilant.Contracts;

/// <summary>One page of alerts, the newest first.</summary>
/// <param name="Alerts">At most as many as asked for.</param>
/// <param name="Next">What to send as <c>cursor</c> for the next page, with the same filter; null: this is the last one.</param>
public sealed record AlertList(IReadOnlyList<Alert> Alerts, string? Next);
