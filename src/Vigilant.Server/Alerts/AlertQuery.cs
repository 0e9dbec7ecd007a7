using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Vigilant.Domain.Jobs;

namespace Vigilant.Server.Alerts;

/// <summary>Which alerts somebody asks for.</summary>
/// <param name="State">firing, acknowledged or resolved; all of them when it is left out.</param>
/// <param name="Job">service/name, in every environment; all jobs when it is left out.</param>
/// <param name="Limit">From 1 to 1,000; 100 when it is left out.</param>
/// <param name="Cursor">What the page before gave as <c>next</c>.</param>
sealed record AlertQuery(string? State, string? Job, string? Limit, string? Cursor)
{
    const int MostAlerts = 1000;
    const int UsualAlerts = 100;

    static readonly string[] States = ["firing", "acknowledged", "resolved"];

    /// <param name="filter">What was asked for, when nothing is wrong with it.</param>
    /// <param name="errors">Everything that is wrong.</param>
    public bool TryRead([NotNullWhen(true)] out AlertFilter? filter, out FieldErrors errors)
    {
        errors = new FieldErrors();
        if (State is not null && !States.Contains(State))
        {
            errors.Add("state", $"must be firing, acknowledged or resolved, was '{State}'");
        }

        var slash = Job?.IndexOf('/', StringComparison.Ordinal) ?? 1;
        if (Job is not null && (slash <= 0 || slash == Job.Length - 1 || Job.Any(char.IsControl)))
        {
            errors.Add("job", $"must be service/name, was '{Job}'");
        }

        var limit = UsualAlerts;
        if (Limit is not null && !(int.TryParse(Limit, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= MostAlerts))
        {
            errors.Add("limit", $"must be from 1 to {MostAlerts}, was '{Limit}'");
        }

        var after = Cursor is null ? null : AlertCursor.Read(Cursor);
        if (Cursor is not null && after is null)
        {
            errors.Add("cursor", "is none that this server gave; take next of the page before");
        }

        filter = errors.None ? new AlertFilter(State, Job?[..slash], Job?[(slash + 1)..], after, limit) : null;
        return filter is not null;
    }
}
