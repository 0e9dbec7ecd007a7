namespace Vigilant.Server.Hosting;

/// <summary>What became of something that was handed to the writer.</summary>
enum Answer
{
    /// <summary>It is on disk.</summary>
    Recorded,

    /// <summary>There is no such job.</summary>
    UnknownJob,

    /// <summary>It could not be written now; the sender should try again.</summary>
    Unavailable,
}
