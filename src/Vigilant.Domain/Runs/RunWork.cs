using System.Collections.Immutable;

namespace Vigilant.Domain.Runs;

/// <summary>How far a run in progress has come, and since when.</summary>
public sealed record RunWork
{
    /// <summary>Nothing was told yet.</summary>
    public static readonly RunWork None = new();

    /// <summary>From 0 to 1; null: it was not told.</summary>
    public float? Part { get; init; }

    /// <summary>When the present attempt last told of something new: another part, step or number of items.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The parts of the present attempt's steps.</summary>
    public ImmutableDictionary<string, float?> Steps { get; init; } = ImmutableDictionary<string, float?>.Empty;

    /// <summary>How many items were processed, as far as it was told.</summary>
    public int? Processed { get; init; }

    /// <summary>How many of them failed.</summary>
    public int? FailedItems { get; init; }

    /// <summary>With what a signal tells. The same told again is no change.</summary>
    public RunWork With(WorkDone told, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(told);
        return this with
        {
            Part = told.Step is null ? told.Part ?? Part : Part,
            ChangedAt = IsNews(told) ? at : ChangedAt,
            Steps = told.Step is { } step ? Steps.SetItem(step, told.Part ?? Steps.GetValueOrDefault(step)) : Steps,
            Processed = told.Processed ?? Processed,
            FailedItems = told.FailedItems ?? FailedItems,
        };
    }

    /// <summary>The next attempt begins from nothing; how many items there were is known until it tells anew.</summary>
    public RunWork Again() => this with { ChangedAt = null, Steps = Steps.Clear() };

    /// <summary>"progress unchanged at 40 %", or where none was told, "no progress".</summary>
    public string Words() => this switch
    {
        { ChangedAt: null } => "no progress",
        { Part: { } part } => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"progress unchanged at {part * 100:0.#} %"),
        { Processed: { } processed } => $"progress unchanged at {Domain.Words.Count(processed, "item")}",
        _ => "progress unchanged",
    };

    bool IsNews(WorkDone told) =>
        (told.Step is { } step
            ? !Steps.TryGetValue(step, out var before) || (told.Part is not null && told.Part != before)
            : told.Part is not null && (ChangedAt is null || told.Part != Part))
        || (told.Processed is not null && (ChangedAt is null || told.Processed != Processed));
}
