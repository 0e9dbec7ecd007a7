using System.Text.Json.Nodes;
using Vigilant.Domain.Runs;

namespace Vigilant.Server.Runs.Queries;

/// <summary>Which runs are asked for: every filter holds, and of a list one of its members.</summary>
sealed class RunFilter
{
    public List<RunState> States { get; } = [];

    public List<string> Jobs { get; } = [];

    public List<string> Services { get; } = [];

    public List<string> Environments { get; } = [];

    public string? CallerId { get; set; }

    public string? Error { get; set; }

    public DateTimeOffset? CreatedAfter { get; set; }

    public DateTimeOffset? CreatedBefore { get; set; }

    public DateTimeOffset? QueuedAfter { get; set; }

    public DateTimeOffset? QueuedBefore { get; set; }

    public DateTimeOffset? StartedAfter { get; set; }

    public DateTimeOffset? StartedBefore { get; set; }

    public DateTimeOffset? EndedAfter { get; set; }

    public DateTimeOffset? EndedBefore { get; set; }

    public DateTimeOffset? KillRequestedAfter { get; set; }

    public DateTimeOffset? KillRequestedBefore { get; set; }

    public TimeSpan? DurationOver { get; set; }

    public TimeSpan? DurationUnder { get; set; }

    public int? Attempt { get; set; }

    /// <summary>Texts whose numbers are indexed: what <see cref="Holds"/> says, one by one.</summary>
    public List<string> Marks { get; } = [];

    /// <summary>What the details of a run must hold.</summary>
    public JsonObject Holds { get; } = [];

    public bool OldestFirst { get; set; }

    /// <summary>Somebody asked that they be killed.</summary>
    public bool KillRequested { get; set; }

    /// <summary>Nothing narrows it.</summary>
    public bool MeansEverything =>
        !NamesJobs && !NeedsRows && CreatedAfter is null && CreatedBefore is null
        && RunStates.All.All(state => States.Count == 0 || States.Contains(state));

    /// <summary>It asks for more than jobs, states and the time of making: what runs are counted by.</summary>
    public bool NeedsRows => Marks.Count + Holds.Count > 0 || KillRequested || this is not
    {
        CallerId: null, Error: null, Attempt: null, StartedAfter: null, StartedBefore: null, EndedAfter: null, EndedBefore: null,
        QueuedAfter: null, QueuedBefore: null, KillRequestedAfter: null, KillRequestedBefore: null, DurationOver: null, DurationUnder: null,
    };

    public bool NamesJobs => Jobs.Count + Services.Count + Environments.Count > 0;
}
