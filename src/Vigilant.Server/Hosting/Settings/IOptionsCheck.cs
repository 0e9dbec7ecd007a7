namespace Vigilant.Server.Hosting.Settings;

/// <summary>One options class of a slice, as the start sees it.</summary>
interface IOptionsCheck
{
    IReadOnlyList<KnownKey> Known { get; }

    /// <summary>What its own rules say against its values; empty when all is well.</summary>
    IEnumerable<string> Mistakes();
}
