using Vigilant.Dashboard.Layout;

namespace Vigilant.Dashboard.Operations;

/// <summary>Operations, the newest first.</summary>
/// <param name="Next">The <c>before</c> of the next page; null on the last one.</param>
public sealed record OperationList(ValueList<OperationRow> Rows, Guid? Next);
