namespace Vigilant.Server.Hosting.Health;

sealed class PassesAreFresh(PassHealth health) : IReadinessPart
{
    public string Name => "passes";

    public Task<string?> FindTroubleAsync(CancellationToken stopping)
    {
        var stale = health.Stale();
        return Task.FromResult(stale.Count == 0 ? null : string.Join(" ", stale.Select(Sentence)));
    }

    // The error's text can hold an address or a value from a row: it is in the log, not on an open page.
    static string Sentence((string Pass, string? Error) stale) =>
        $"'{stale.Pass}' has not ended well lately{(stale.Error is null ? "" : "; the log says why")}.";
}
