using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Vigilant.Domain.Runs;

namespace Vigilant.Server.Runs;

/// <summary>How far a run had come, read from what is kept of it.</summary>
static class StoredWork
{
    /// <param name="json">Its steps and numbers of items; null: there are none, or nobody asks for them.</param>
    public static RunWork Of(float? part, DateTimeOffset? changedAt, string? json, DateTimeOffset? startedAt)
    {
        if (part is null && changedAt is null && json is null)
        {
            return RunWork.None;
        }

        var work = new RunWork { Part = part, ChangedAt = changedAt };
        if (json is null)
        {
            return work;
        }

        using var kept = JsonDocument.Parse(json);
        return work with
        {
            Steps = Steps(kept.RootElement.GetProperty("steps"), startedAt),
            Processed = Number(kept.RootElement.GetProperty("processed")),
            FailedItems = Number(kept.RootElement.GetProperty("failed_items")),
        };
    }

    // Steps are kept over attempts; what an attempt before told is nothing that this one has done.
    static ImmutableDictionary<string, float?> Steps(JsonElement steps, DateTimeOffset? startedAt) =>
        steps.ValueKind != JsonValueKind.Object
            ? ImmutableDictionary<string, float?>.Empty
            : steps.EnumerateObject()
                .Where(step => !(ToldAt(step.Value) < startedAt))
                .ToImmutableDictionary(step => step.Name, step => Part(step.Value));

    static float? Part(JsonElement step) =>
        step.TryGetProperty("progress", out var part) && part.ValueKind == JsonValueKind.Number ? part.GetSingle() : null;

    static DateTimeOffset? ToldAt(JsonElement step) =>
        step.TryGetProperty("at", out var at)
            && DateTimeOffset.TryParse(at.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var told)
                ? told
                : null;

    static int? Number(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
