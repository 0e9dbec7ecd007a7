namespace Vigilant.Contracts;

/// <summary>What became of a run that was made or told of.</summary>
/// <param name="Id">Ours; <c>GET /v1/runs/{id}</c> shows the run.</param>
/// <param name="State">Its state now.</param>
/// <param name="Job">As in <c>billing/import</c>.</param>
/// <param name="CallerId">The sender's own id of the run.</param>
public sealed record RunReceipt(Guid Id, string State, string Job, string? CallerId);
