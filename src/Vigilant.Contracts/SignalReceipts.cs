using System.Text.Json.Serialization;

namespace Vigilant.Contracts;

/// <summary>The answer to many lines of signals.</summary>
/// <param name="Taken">How many are on disk.</param>
/// <param name="Refused">How many are not; their lines say why.</param>
/// <param name="Lines">One for each line that was sent, in its order; empty lines are left out.</param>
public sealed record SignalReceipts(int Taken, int Refused, IReadOnlyList<SignalReceipt> Lines);

/// <summary>The answer to one signal.</summary>
/// <param name="Line">The number of its line, beginning with 1; absent where it came alone.</param>
/// <param name="Run">Our id of its run.</param>
/// <param name="State">The run's state now.</param>
/// <param name="Error">Why it was not taken, and what to do.</param>
public sealed record SignalReceipt(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Line,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? Run,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Error)
{
    /// <summary>True where somebody asked that the run be killed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? KillRequested { get; init; }

    /// <summary>True where somebody asked that the run, which has ended, be tried anew.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? RetryRequested { get; init; }
}
