namespace Vigilant.Server.Jobs;

/// <summary>What became of a write.</summary>
abstract record JobWrite
{
    JobWrite()
    {
    }

    internal sealed record Written(JobRow Job, bool Created) : JobWrite;

    internal sealed record SlugTaken(string Slug, string By) : JobWrite;

    internal sealed record ChannelsUnknown(IReadOnlyList<string> Channels) : JobWrite;

    internal sealed record NoSuchJob : JobWrite;
}
