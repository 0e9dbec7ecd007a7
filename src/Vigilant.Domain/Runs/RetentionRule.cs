using Vigilant.Domain.Jobs;

namespace Vigilant.Domain.Runs;

/// <summary>How long runs are kept by the state that they ended in. Lengths count from the making of a run.</summary>
public static class RetentionRule
{
    /// <summary>The name under which a level speaks of every state that it does not name.</summary>
    public const string Other = "other";

    /// <summary>Says what is wrong with the lengths of one level.</summary>
    public static void Check(string field, IReadOnlyDictionary<string, string>? level, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        foreach (var (name, length) in level ?? new Dictionary<string, string>())
        {
            if (name != Other && !RunStates.Finished.Any(state => state.Word() == name))
            {
                var states = string.Join(", ", RunStates.Finished.Select(state => state.Word()));
                errors.Add(field, $"names '{name}', which is no state that a run ends in; those are {states}, and {Other} for the rest");
            }
            else if (KeepLength.Parse(length) is null)
            {
                errors.Add(field, $"of {name} {KeepLength.Allowed}");
            }
        }
    }

    /// <summary>The length of a state: the first level that speaks of it, by its name or as one of the others, decides.</summary>
    /// <param name="levels">The most specific first.</param>
    public static TimeSpan Of(RunState state, IEnumerable<IReadOnlyDictionary<string, string>?> levels, TimeSpan otherwise)
    {
        ArgumentNullException.ThrowIfNull(levels);
        foreach (var level in levels)
        {
            if (level is not null && (level.TryGetValue(state.Word(), out var length) || level.TryGetValue(Other, out length)))
            {
                return KeepLength.Parse(length) ?? otherwise;
            }
        }

        return otherwise;
    }

    /// <summary>The longest that any of these levels asks for: what is older than it may go whole.</summary>
    public static TimeSpan Longest(IEnumerable<IReadOnlyDictionary<string, string>> levels, TimeSpan otherwise)
    {
        ArgumentNullException.ThrowIfNull(levels);
        return levels.SelectMany(level => level.Values).Select(length => KeepLength.Parse(length) ?? otherwise).Append(otherwise).Max();
    }
}
