using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Vigilant.Contracts;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;
using Vigilant.Server.Access;
using Vigilant.Server.Hosting;
using Vigilant.Server.Hosting.Http;

namespace Vigilant.Server.Signals.Doors.Api;

/// <summary>The door for programs that tell of their runs one by one.</summary>
sealed class RunDoor(ISignalIntake intake, RunTarget target, RetriedRun retried, IStorageRoom room)
{
    public async Task<IResult> CreateAsync(HttpContext http, ProjectId project)
    {
        var errors = new FieldErrors();
        if (await ReadAsync(http, json => SignalReader.ReadRun(json, errors)) is not { } draft)
        {
            return Unreadable;
        }

        if (!errors.None)
        {
            return Problems.Invalid(errors);
        }

        for (var attempt = 1; ; attempt++)
        {
            var (job, wrong) = await target.FindJobAsync(project.Value, draft.Job!, draft.Environment, http.RequestAborted);
            if (job is not { } jobId)
            {
                return Problems.Invalid(wrong!);
            }

            if (draft.RetryOf is { } tried && await retried.WhatIsWrongAsync(project.Value, jobId, tried, http.RequestAborted) is { } why)
            {
                return Problems.Invalid("retry_of", why);
            }

            var signal = draft.ToSignal(jobId, run: null, Sender.Of(http));
            var answer = await HandAsync(signal);
            if (answer == Answer.UnknownJob && attempt == 1)
            {
                target.Forget();
                continue;
            }

            return Reply(answer, signal, project.Value, http, taken => new RunReceipt(taken.Run, taken.State.Word(), draft.Job!, draft.Run)
            {
                KillRequested = OnlyTrue(taken.KillRequested),
                RetryRequested = OnlyTrue(taken.RetryRequested),
            });
        }
    }

    public async Task<IResult> SignalAsync(HttpContext http, ProjectId project, Guid id)
    {
        var errors = new FieldErrors();
        if (await ReadAsync(http, json => SignalReader.ReadSignal(json, errors)) is not { } draft)
        {
            return Unreadable;
        }

        if (!errors.None)
        {
            return Problems.Invalid(errors);
        }

        if (await target.FindJobAsync(project.Value, id, http.RequestAborted) is not { } job)
        {
            return NoSuchRun(id);
        }

        var signal = draft.ToSignal(job, id, Sender.Of(http));
        return Reply(await HandAsync(signal), signal, project.Value, http, taken => Receipt(null, taken));
    }

    /// <summary>What a signal did, and what somebody asked of its run.</summary>
    public static SignalReceipt Receipt(int? line, SignalOutcome.Taken taken) => new(line, taken.Run, taken.State.Word(), null)
    {
        KillRequested = OnlyTrue(taken.KillRequested),
        RetryRequested = OnlyTrue(taken.RetryRequested),
    };

    static bool? OnlyTrue(bool flag) => flag ? true : null;

    static ProblemHttpResult Unreadable => Problems.Of(
        StatusCodes.Status400BadRequest, "The body is no JSON object of at most 1 MB. Send one, as in {\"kind\": \"started\"}.");

    static ProblemHttpResult NoSuchRun(Guid id) => Problems.NotFound($"There is no run {id}, or it was removed. POST /v1/runs makes one.");

    static ProblemHttpResult Gone(Guid id) => Problems.Of(
        StatusCodes.Status410Gone,
        $"The run {id} was removed, or its job keeps no rows of such runs (tracking), and nothing that is told of it is taken."
        + " POST /v1/runs makes another, under another caller_id.");

    async Task<Answer> HandAsync(IncomingSignal signal)
    {
        if (room.HasRoom)
        {
            return await intake.HandAsync(signal);
        }

        intake.Refuse();
        return Answer.Unavailable;
    }

    IResult Reply<T>(Answer answer, IncomingSignal signal, Guid project, HttpContext http, Func<SignalOutcome.Taken, T> receipt)
    {
        switch (answer, signal.Outcome)
        {
            case (Answer.Recorded, SignalOutcome.Taken taken):
                target.Remember(project, taken.Run, signal.JobId);
                return taken.IsNew
                    ? TypedResults.Created($"{http.Request.PathBase}/v1/runs/{taken.Run}", receipt(taken))
                    : TypedResults.Ok(receipt(taken));
            case (Answer.Recorded, SignalOutcome.Refused refused):
                return Problems.Conflict(refused.Why);
            case (Answer.Recorded, SignalOutcome.Removed removed):
                return Gone(removed.Run);
            case (Answer.Recorded, _) when signal.Run is { } gone:
                return Gone(gone);
            case (Answer.Recorded or Answer.UnknownJob, _):
                return NoSuchRun(signal.Run ?? Guid.Empty);
            default:
                http.Response.Headers.RetryAfter = "5";
                return Problems.Of(
                    StatusCodes.Status503ServiceUnavailable, "It could not be written now. Send it again in a few seconds.");
        }
    }

    static async Task<SignalDraft?> ReadAsync(HttpContext http, Func<JsonElement, SignalDraft> read)
    {
        if (await BodyBytes.ReadAsync(http) is not { } bytes)
        {
            return null;
        }

        try
        {
            using var json = StoredJson.Parse(bytes);
            return read(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
