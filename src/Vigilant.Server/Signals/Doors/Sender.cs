using System.Net;

namespace Vigilant.Server.Signals.Doors;

/// <summary>By which way a signal came: scheme, method, address and program, as in <c>http GET 10.0.4.17 curl/8.5.0</c>.</summary>
static class Sender
{
    const int LongestUserAgent = 200;

    public static string Of(HttpContext context)
    {
        var request = context.Request;
        var way = $"{request.Scheme} {request.Method} {Text(context.Connection.RemoteIpAddress)}";
        if (request.Headers.UserAgent.Count == 0)
        {
            return way;
        }

        var agent = request.Headers.UserAgent.ToString();
        return $"{way} {StoredText.Clean(agent.Length > LongestUserAgent ? agent[..LongestUserAgent] : agent)}";
    }

    static string Text(IPAddress? address) => address switch
    {
        null => "local",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        _ => address.ToString(),
    };
}
