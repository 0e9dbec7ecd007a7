namespace Vigilant.Contracts;

/// <summary>What runs there are for a resource.</summary>
public sealed record Resource
{
    /// <summary>As in <c>TaskPlan</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>As in <c>42</c>.</summary>
    public required string Id { get; init; }

    /// <summary>How many there are, by state.</summary>
    public required IReadOnlyDictionary<string, long> States { get; init; }

    /// <summary>How many there are by job, as in <c>billing/import</c>.</summary>
    public required IReadOnlyDictionary<string, long> Jobs { get; init; }

    /// <summary>False: there are more than were counted, and the counts and times are of some of them.</summary>
    public required bool Complete { get; init; }

    /// <summary>When the first of them was made.</summary>
    public required DateTimeOffset? FirstAt { get; init; }

    /// <summary>When the last of them was made.</summary>
    public required DateTimeOffset? LastAt { get; init; }

    /// <summary>The newest of them; <c>GET /v1/runs?resource=kind:id</c> lists all.</summary>
    public required IReadOnlyList<Run> Newest { get; init; }
}
