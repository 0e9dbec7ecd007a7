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

    const int RetryAfterSeconds = 5;

    /// <param name="path">What stands behind <c>/ping</c>.</param>
    public Task HandleAsync(HttpContext context, string? path)
    {
        context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = null;
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            return Allow(context.Response);
        }

        var address = PingPath.Parse(path, out var refused);
        return address is { } ping && !refused
            ? RecordAsync(context, ping)
            : ReplyAsync(context, address is null ? 404 : 400, address is null ? NotFound : BadUrl);
    }

    async Task RecordAsync(HttpContext context, PingPath path)
    {
        if (!room.HasRoom)
        {
            await TurnAwayAsync(context);
            return;
        }

        var query = PingQuery.Read(context.Request);
        try
        {
            if (await target.FindAsync(path, query.Creates, context.RequestAborted) is not { } job)
            {
                await ReplyAsync(context, 404, NotFound);
            }
            else if (query.HasWrongRid)
            {
                await ReplyAsync(context, 400, BadRid);
            }
            else
            {
                var body = await BodyReader.ReadAsync(context.Request, context.RequestAborted);
                await AnswerAsync(context, path, job, await intake.HandAsync(Read(context, path, job.JobId, query.Rid, body)));
            }
        }
        catch (Npgsql.NpgsqlException)
        {
            await TurnAwayAsync(context);
        }
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
            Sender = Sender.Of(context),
            Body = body.Kept,
            BodySize = body.Size,
        };
    }

    static DateTimeOffset? SentAt(string? date) =>
        DateTimeOffset.TryParseExact(date, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

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
