namespace Vigilant.Server.Hosting;

/// <summary>An external database looks after its own disk.</summary>
sealed class AlwaysRoom : IStorageRoom
{
    public bool HasRoom => true;
}
