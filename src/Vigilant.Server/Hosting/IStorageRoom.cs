namespace Vigilant.Server.Hosting;

/// <summary>Whether there is room to write more; doors answer 503 when there is none.</summary>
interface IStorageRoom
{
    bool HasRoom { get; }
}
