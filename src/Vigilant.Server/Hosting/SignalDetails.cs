using System.Text.Json.Nodes;
using Vigilant.Domain.Runs;

namespace Vigilant.Server.Hosting;

/// <summary>What a signal says of its run beyond its state.</summary>
/// <param name="Progress">From 0 to 1.</param>
/// <param name="Fields">By the names they are kept under: arguments, resources, labels, data, host and so on.</param>
/// <param name="Error">Any JSON; it is added to the run's errors.</param>
/// <param name="Step">The name of the step that <paramref name="Progress"/> is about; null: the run itself.</param>
sealed record SignalDetails(double? Progress, JsonObject Fields, JsonNode? Error, string? Step)
{
    /// <summary>What of it rules read; null: nothing.</summary>
    public WorkDone? Work() =>
        Progress is null && Step is null && !Fields.ContainsKey("processed") && !Fields.ContainsKey("failed_items")
            ? null
            : new WorkDone((float?)Progress, Step, Fields["processed"]?.GetValue<int>(), Fields["failed_items"]?.GetValue<int>());
}
