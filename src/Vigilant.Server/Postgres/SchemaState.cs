using Vigilant.Server.Hosting;

namespace Vigilant.Server.Postgres;

/// <summary>Whether the migrations of this program are in the database.</summary>
sealed class SchemaState : IReadinessPart
{
    volatile bool _done;

    public string Name => "migrations";

    public void Done() => _done = true;

    public Task<string?> FindTroubleAsync(CancellationToken stopping) =>
        Task.FromResult(_done ? null : "The migrations are not done yet.");
}
