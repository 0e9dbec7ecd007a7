namespace Vigilant.Server.Runs.Removal;

/// <summary>Why a run was not removed. The numbers are those of <c>left_runs.sql</c>.</summary>
enum LeftBecause
{
    /// <summary>There is no such run: another was faster.</summary>
    Absent = 0,

    /// <summary>It has not ended.</summary>
    InProgress = 1,

    /// <summary>Somebody pinned it.</summary>
    Pinned = 2,
}
