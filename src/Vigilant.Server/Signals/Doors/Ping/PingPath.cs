using Vigilant.Domain.Runs;

namespace Vigilant.Server.Signals.Doors.Ping;

/// <summary>
/// What a ping's address says: <c>/ping/{id}</c> or <c>/ping/{ping key}/{slug}</c>, and after it <c>/start</c>, <c>/fail</c>,
/// <c>/log</c> or an exit status. Other than by the best known product, any case of an id and a slash at the end are taken.
/// </summary>
readonly record struct PingPath(Guid? JobId, string? PingKey, string? Slug, SignalKind Kind, int? ExitStatus)
{
    /// <summary>Null: the address has the form of no ping. <paramref name="refused"/>: it has, and breaks a rule of it.</summary>
    public static PingPath? Parse(ReadOnlySpan<char> path, out bool refused)
    {
        refused = false;
        path = path.Trim('/');
        var first = Segment(ref path);
        if (Guid.TryParseExact(first, "D", out var id) || Guid.TryParseExact(first, "N", out id))
        {
            return Action(path, out refused) is { } action ? new PingPath(id, null, null, action.Kind, action.ExitStatus) : null;
        }

        var slug = Segment(ref path);
        if (!IsName(first) || !IsName(slug) || Action(path, out refused) is not { } said)
        {
            return null;
        }

        refused |= slug.ContainsAnyInRange('A', 'Z');
        return new PingPath(null, first.ToString(), slug.ToString(), said.Kind, said.ExitStatus);
    }

    static (SignalKind Kind, int? ExitStatus)? Action(ReadOnlySpan<char> action, out bool refused)
    {
        refused = false;
        switch (action)
        {
            case "":
                return (SignalKind.Succeeded, null);
            case "start":
                return (SignalKind.Started, null);
            case "fail":
                return (SignalKind.Failed, null);
            case "log":
                return (SignalKind.Log, null);
        }

        if (action.ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        refused = !int.TryParse(action, out var status) || status > 255;
        return (status == 0 ? SignalKind.Succeeded : SignalKind.Failed, status);
    }

    static ReadOnlySpan<char> Segment(ref ReadOnlySpan<char> path)
    {
        var slash = path.IndexOf('/');
        var segment = slash < 0 ? path : path[..slash];
        path = slash < 0 ? [] : path[(slash + 1)..];
        return segment;
    }

    static bool IsName(ReadOnlySpan<char> segment)
    {
        foreach (var one in segment)
        {
            if (!char.IsAsciiLetterOrDigit(one) && one is not ('-' or '_'))
            {
                return false;
            }
        }

        return !segment.IsEmpty;
    }
}
