namespace Vigilant.Server.Hosting;

/// <summary>Whether what comes in can be stored. Doors ask it for every request; without room they answer 503.</summary>
interface IStorageRoom
{
    bool HasRoom { get; }
}
