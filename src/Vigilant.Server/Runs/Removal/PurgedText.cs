using System.Text.Json;
using Vigilant.Domain.Runs;

namespace Vigilant.Server.Runs.Removal;

/// <summary>Up to when all runs of a state have been removed, as it is stored: by the words of the states.</summary>
static class PurgedText
{
    public static string Write(Dictionary<RunState, DateTimeOffset> purged) =>
        JsonSerializer.Serialize(purged.ToDictionary(one => one.Key.Word(), one => one.Value));

    public static Dictionary<RunState, DateTimeOffset> Read(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, DateTimeOffset>>(json)!
            .ToDictionary(one => RunStates.Parse(one.Key)!.Value, one => one.Value);
}
