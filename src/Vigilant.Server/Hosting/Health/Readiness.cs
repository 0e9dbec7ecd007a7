namespace Vigilant.Server.Hosting.Health;

/// <summary>Asks every part whether it is well, for as long as a supervisor will wait.</summary>
sealed class Readiness(IEnumerable<IReadinessPart> parts, TimeProvider clock)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<ReadinessReport> AskAsync(CancellationToken stopping)
    {
        var lines = await Task.WhenAll(parts.Select(part => AskAsync(part, stopping)));
        return new ReadinessReport(lines.All(line => line.Ready), lines);
    }

    async Task<ReadinessLine> AskAsync(IReadinessPart part, CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, patience.Token);
        try
        {
            var trouble = await part.FindTroubleAsync(either.Token);
            return new ReadinessLine(part.Name, trouble is null, trouble);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return new ReadinessLine(part.Name, false, $"It gave no answer within {Patience.TotalSeconds} seconds.");
        }
    }
}
