using Vigilant.Dashboard.Layout;

namespace Vigilant.Dashboard.Jobs;

/// <summary>The last signals of a job, newest first.</summary>
public sealed record SignalsModel(Guid Job, ValueList<SignalRow> Signals);
