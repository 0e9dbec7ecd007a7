namespace Vigilant.Dashboard.Live;

/// <summary>
/// One address that somebody watches: its parts, each with the version at which it last changed. Who watches asks for what is
/// newer than it has seen, so bursts merge, nothing queues up for a slow reader, and a reader that comes back misses nothing.
/// </summary>
sealed class WatchedView(ILiveView view)
{
    readonly Lock _gate = new();
    TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    IReadOnlyList<RenderedPart> _parts = [];
    long _version;

    public int Watchers { get; set; }

    /// <summary>What changed after <paramref name="seen"/>, up to which version, and the task that ends with the next change.</summary>
    public (long Version, IReadOnlyList<string> Html, Task Changed) Since(long seen)
    {
        lock (_gate)
        {
            return (_version, [.. _parts.Where(part => part.Version > seen).Select(part => part.Html)], _changed.Task);
        }
    }

    public async Task SampleAsync(IServiceProvider services, PartDiff diff, long version, CancellationToken stopping)
    {
        var parts = await view.ReadAsync(services, stopping);
        Replace(await diff.ApplyAsync(_parts, parts, version), version);
    }

    void Replace(IReadOnlyList<RenderedPart> parts, long version)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            _parts = parts;
            if (parts.All(part => part.Version < version))
            {
                return;
            }

            _version = version;
            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.SetResult();
    }
}
