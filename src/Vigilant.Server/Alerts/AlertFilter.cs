using System.Diagnostics.CodeAnalysis;

namespace Vigilant.Server.Alerts;

/// <summary>Which alerts to list. Null filters nothing.</summary>
sealed record AlertFilter
{
    public const int MostAlerts = 1000;
    public const int UsualAlerts = 100;

    static readonly string[] States = ["firing", "acknowledged", "resolved"];

    public string? State { get; init; }

    public string? Service { get; init; }

    public string? Job { get; init; }

    public AlertCursor? After { get; init; }

    public int Limit { get; init; } = UsualAlerts;

    /// <param name="why">What is wrong with the request, as a sentence.</param>
    public static bool TryRead(
        string? state,
        string? job,
        int? limit,
        string? cursor,
        [NotNullWhen(true)] out AlertFilter? filter,
        [NotNullWhen(false)] out string? why)
    {
        var after = cursor is null ? null : AlertCursor.Read(cursor);
        var slash = job?.IndexOf('/', StringComparison.Ordinal) ?? 0;
        why = (state, job, limit, cursor) switch
        {
            ({ } word, _, _, _) when !States.Contains(word) => $"state is firing, acknowledged or resolved; it was '{word}'.",
            (_, { } name, _, _) when slash <= 0 || slash == name.Length - 1 => $"job is service/name; it was '{name}'.",
            (_, _, < 1 or > MostAlerts, _) => $"limit is from 1 to {MostAlerts}; it was {limit}.",
            (_, _, _, not null) when after is null => "cursor is none that this server gave; take 'next' of the page before.",
            _ => null,
        };
        filter = why is not null ? null : new AlertFilter
        {
            State = state,
            Service = job?[..slash],
            Job = job?[(slash + 1)..],
            After = after,
            Limit = limit ?? UsualAlerts,
        };
        return filter is not null;
    }
}
