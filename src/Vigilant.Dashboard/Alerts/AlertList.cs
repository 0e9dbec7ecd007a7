using Vigilant.Dashboard.Layout;

namespace Vigilant.Dashboard.Alerts;

/// <summary>Open alerts, firing ones first, then those that were resolved lately.</summary>
/// <param name="Next">The filter's <c>before</c> of the next page; null on the last one.</param>
public sealed record AlertList(ValueList<AlertRow> Open, ValueList<AlertRow> Resolved, Guid? Next);
