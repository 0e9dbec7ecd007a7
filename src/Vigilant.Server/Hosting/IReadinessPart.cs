namespace Vigilant.Server.Hosting;

/// <summary>Something that must be well before this server is ready.</summary>
interface IReadinessPart
{
    string Name { get; }

    /// <summary>Null when all is well, else a sentence that says what is not.</summary>
    Task<string?> FindTroubleAsync(CancellationToken stopping);
}
