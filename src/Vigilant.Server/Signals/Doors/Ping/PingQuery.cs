namespace Vigilant.Server.Signals.Doors.Ping;

/// <summary>What stands behind the question mark: <c>rid</c>, the sender's own run id, and <c>create=1</c>.</summary>
readonly record struct PingQuery(string? Rid, bool HasWrongRid, bool Creates)
{
    public static PingQuery Read(HttpRequest request)
    {
        if (!request.QueryString.HasValue)
        {
            return default;
        }

        var given = request.Query["rid"];
        var isRight = Guid.TryParseExact(given.Count == 0 ? null : given[0], "D", out var rid);
        var isWrong = given.Count > 0 && !isRight;
        return new PingQuery(isRight ? rid.ToString() : null, isWrong, !isWrong && request.Query["create"] == "1");
    }
}
