namespace Vigilant.Server.Hosting;

/// <summary>Work that can be done once, from the loop, a test or the command line. Any number of nodes may run it at once.</summary>
interface IPass
{
    string Name { get; }

    /// <summary>Claims due rows, acts, commits, and says how long to rest: zero when a full batch came back.</summary>
    Task<PassResult> RunOnceAsync(CancellationToken stopping);
}
