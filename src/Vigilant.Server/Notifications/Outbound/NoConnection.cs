using System.Net.Sockets;
using System.Security.Authentication;

namespace Vigilant.Server.Notifications.Outbound;

/// <summary>Words for what went wrong on the way. The errors' own messages can hold the address, and the address a secret.</summary>
static class NoConnection
{
    public static string Because(Exception error)
    {
        for (var inner = error; inner is not null; inner = inner.InnerException)
        {
            if (Sentence(inner) is { } sentence)
            {
                return sentence;
            }
        }

        return error is HttpRequestException { HttpRequestError: var kind }
            ? $"The request failed ({kind})."
            : "The connection ended before there was an answer.";
    }

    static string? Sentence(Exception error) => error switch
    {
        OutboundRefusedException refused => refused.Message,
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "The connection was refused.",
        SocketException { SocketErrorCode: SocketError.ConnectionReset } => "The connection was reset.",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
            "The host's name could not be resolved.",
        SocketException socket => $"There is no connection ({socket.SocketErrorCode}).",
        AuthenticationException => "No trusted TLS connection could be made: look at the receiver's certificate.",
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => "The answer was not HTTP.",
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => "The connection ended before the answer did.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "The answer's headers were too long.",
        _ => null,
    };
}
