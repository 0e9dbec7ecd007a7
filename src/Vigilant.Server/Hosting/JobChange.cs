namespace Vigilant.Server.Hosting;

/// <summary>What happened to the expectation of a job.</summary>
enum JobChange
{
    Created,

    /// <summary>Settings were replaced, and nothing that deadlines hang on changed.</summary>
    Edited,

    /// <summary>Schedule, zone, grace or enabled changed: the expectation starts anew.</summary>
    Rescheduled,

    Paused,
    Resumed,

    /// <summary>The job is about to be deleted: its state, runs in progress and keys go.</summary>
    Deleted,
}
