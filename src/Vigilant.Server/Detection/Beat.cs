namespace Vigilant.Server.Detection;

/// <summary>What a beat found of the other nodes.</summary>
/// <param name="AcceptedUntil">The last moment at which any node took signals; null before the first beat ever.</param>
/// <param name="OthersUntil">Everything that the other living nodes received before it is written; null: there are none.</param>
/// <param name="SomeoneIsLost">A node stopped beating a short while ago without having left.</param>
/// <param name="DatabaseTime">The database's clock.</param>
readonly record struct Beat(
    DateTimeOffset? AcceptedUntil, DateTimeOffset? OthersUntil, bool SomeoneIsLost, DateTimeOffset DatabaseTime);
