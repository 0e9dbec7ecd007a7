using Vigilant.Server.Hosting;

namespace Vigilant.Server.Postgres.PrivateServer;

sealed class StorageHasRoom(IStorageRoom room) : IReadinessPart
{
    public string Name => "storage";

    public Task<string?> FindTroubleAsync(CancellationToken stopping) => Task.FromResult(
        room.HasRoom ? null : "The disk of the data folder is full: nothing new is accepted. Free some space on it.");
}
