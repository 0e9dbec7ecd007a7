using Vigilant.Domain.Detection;

namespace Vigilant.Server.Hosting;

/// <summary>The gaps that may still matter to a deadline. Detection keeps it; deadlines are not judged before it is known.</summary>
sealed class RecentGaps
{
    volatile Gap[]? _gaps;

    public bool IsKnown => _gaps is not null;

    public IReadOnlyList<Gap> All => _gaps ?? [];

    public void Replace(Gap[] gaps) => _gaps = gaps;
}
