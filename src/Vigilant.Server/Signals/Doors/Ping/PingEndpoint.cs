using System.Globalization;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Signals.Doors.Ping;

/// <summary>
/// The door for HTTP pings: any method but OPTIONS, any body, by id or by ping key and slug. Never a redirect, and no refusal for
/// size, type or load but 503, which clients repeat.
/// </summary>
sealed class PingEndpoint(ISignalIntake intake, PingTarget target, IStorageRoom room)
{
    static readonly byte[] Ok = "OK"u8.ToArray();
    static readonly byte[] Created = "Created"u8.ToArray();
    static readonly byte[] NotFound = "not found"u8.ToArray();
    static readonly byte[] BadUrl = "invalid url format"u8.ToArray();
    static readonly byte[] BadRid = "invalid uuid format"u8.ToArray();
    static readonly byte[] Unavailable = "try again later"u8.ToArray();

    const int LongestUserAgent = 200;
    const int RetryAfterSeconds = 5;

    public Task HandleAsync(HttpContext context)
    {
        context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = null;
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            return Allow(context.Response);
        }

        var path = PingPath.Parse(context.Request.RouteValues["path"] as string, out var refused);
        return path is { } ping && !refused
            ? RecordAsync(context, ping)
            : ReplyAsync(context, path is null ? 404 : 400, path is null ? NotFound : BadUrl);
    }

    async Task RecordAsync(HttpContext context, PingPath path)
    {
        if (!room.HasRoom)
        {
            await TurnAwayAsync(context);
            return;
        }

        var given = context.Request.Query["rid"];
        var rid = given.Count == 0 ? null : Guid.TryParseExact(given[0], "D", out var id) ? id.ToString() : string.Empty;
        try
        {
            var found = await target.FindAsync(path, rid?.Length != 0 && context.Request.Query["create"] == "1", context.RequestAborted);
            await RecordAsync(context, path, found, rid);
        }
        catch (Npgsql.NpgsqlException)
        {
            await TurnAwayAsync(context);
        }
    }

    async Task RecordAsync(HttpContext context, PingPath path, PingTarget.Found? found, string? rid)
    {
        if (found is not { } job)
        {
            await ReplyAsync(context, 404, NotFound);
            return;
        }

        if (rid?.Length == 0)
        {
            await ReplyAsync(context, 400, BadRid);
            return;
        }

        var body = await BodyReader.ReadAsync(context.Request, context.RequestAborted);
        var answer = await intake.HandAsync(Read(context, path, job.JobId, rid, body));
        await AnswerAsync(context, path, job, answer);
    }

    Task AnswerAsync(HttpContext context, PingPath path, PingTarget.Found job, Answer answer)
    {
        switch (answer)
        {
            case Answer.Recorded:
                return ReplyAsync(context, job.IsNew ? 201 : 200, job.IsNew ? Created : Ok);
            case Answer.UnknownJob:
                target.Forget(path, job);
                return ReplyAsync(context, 404, NotFound);
            default:
                return TurnAwayAsync(context);
        }
    }

    static IncomingSignal Read(HttpContext context, PingPath path, Guid jobId, string? rid, Body body)
    {
        var request = context.Request;
        return new IncomingSignal
        {
            JobId = jobId,
            Kind = path.Kind,
            ExitStatus = path.ExitStatus,
            Rid = rid,
            SentAt = request.Headers.Date.Count == 0 ? null : SentAt(request.Headers.Date[0]),
            Scheme = request.Scheme,
            Method = request.Method,
            RemoteAddress = context.Connection.RemoteIpAddress is { } address ? Text(address) : null,
            UserAgent = UserAgent(request),
            Body = body.Kept,
            BodySize = body.Size,
        };
    }

    static string Text(System.Net.IPAddress address) =>
        (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();

    static DateTimeOffset? SentAt(string? date) =>
        DateTimeOffset.TryParseExact(date, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    static string? UserAgent(HttpRequest request)
    {
        if (request.Headers.UserAgent.Count == 0)
        {
            return null;
        }

        var agent = request.Headers.UserAgent.ToString();
        return StoredText.Clean(agent.Length > LongestUserAgent ? agent[..LongestUserAgent] : agent);
    }

    static Task Allow(HttpResponse response)
    {
        response.StatusCode = 204;
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlAllowMethods = "GET, HEAD, POST, PUT, PATCH, DELETE";
        response.Headers.AccessControlAllowHeaders = "*";
        return Task.CompletedTask;
    }

    Task TurnAwayAsync(HttpContext context)
    {
        intake.Refuse();
        context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return ReplyAsync(context, 503, Unavailable);
    }

    static Task ReplyAsync(HttpContext context, int status, byte[] text)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        response.ContentLength = text.Length;
        if (status is 200 or 201)
        {
            response.Headers["Ping-Body-Limit"] = PingLimits.Body;
            response.Headers.AccessControlAllowOrigin = "*";
            response.Headers.CacheControl = "max-age=0, no-cache, no-store, must-revalidate, private";
        }

        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(text, context.RequestAborted).AsTask();
    }

    static class PingLimits
    {
        public static readonly string Body = BodyReader.Limit.ToString(CultureInfo.InvariantCulture);
    }
}
