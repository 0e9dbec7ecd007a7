using System.Text.Json.Serialization;

namespace Vigilant.Contracts;

/// <summary>What became of a run that was made or told of.</summary>
/// <param name="Id">Ours; <c>GET /v1/runs/{id}</c> shows the run.</param>
/// <param name="State">Its state now.</param>
/// <param name="Job">As in <c>billing/import</c>.</param>
/// <param name="CallerId">The sender's own id of the run.</param>
public sealed record RunReceipt(Guid Id, string State, string Job, string? CallerId)
{
    /// <summary>True where somebody asked that the run be killed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? KillRequested { get; init; }

    /// <summary>True where somebody asked that the run, which has ended, be tried anew.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? RetryRequested { get; init; }
}
