using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Vigilant.Contracts;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;
using Vigilant.Server.Access;
using Vigilant.Server.Hosting;
using Vigilant.Server.Hosting.Http;

namespace Vigilant.Server.Signals.Doors.Api;

/// <summary>
/// The door for many signals at once: one JSON object a line (NDJSON). A line that is wrong says so and harms no other; the answer
/// is given when all that is right is on disk.
/// </summary>
sealed class LinesDoor(ISignalIntake intake, RunTarget target, IStorageRoom room)
{
    const int MostLines = 10_000;
    const int LongestLine = 256 * 1024;

    public async Task<IResult> TakeAsync(HttpContext http, ProjectId project)
    {
        if (http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        var lines = new List<Line>();
        if (!await ReadAsync(http.Request.BodyReader, lines, http.RequestAborted))
        {
            return Problems.Of(
                StatusCodes.Status413PayloadTooLarge, $"There are more than {MostLines} lines, and none was taken. Send them in parts.");
        }

        if (!room.HasRoom)
        {
            intake.Refuse();
            http.Response.Headers.RetryAfter = "5";
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, "Nothing can be written now. Send all of it again in a few seconds.");
        }

        var sender = Sender.Of(http);
        foreach (var line in lines)
        {
            await HandAsync(line, project.Value, sender, http.RequestAborted);
        }

        await HandAgainAsync(lines, project.Value, sender, http.RequestAborted);
        var receipts = new List<SignalReceipt>(lines.Count);
        foreach (var line in lines)
        {
            receipts.Add(line.Receipt(line.Answer is { } answer ? await answer : default));
        }

        var refused = receipts.Count(receipt => receipt.Error is not null);
        return TypedResults.Ok(new SignalReceipts(receipts.Count - refused, refused, receipts));
    }

    async ValueTask HandAsync(Line line, Guid project, string sender, CancellationToken stopping)
    {
        if (line.Draft is not { } draft)
        {
            return;
        }

        var (job, wrong) = await target.FindJobAsync(project, draft.Job!, draft.Environment, stopping);
        if (job is not { } jobId)
        {
            line.Error = wrong!.ToText();
            return;
        }

        // Our ids end like their job's: so a sender's own UUID is not taken for one of ours.
        var ours = Guid.TryParse(draft.Run, out var id) && TimeOrderedId.IsOf(jobId, id) ? id : (Guid?)null;
        line.Signal = draft.ToSignal(jobId, ours, sender);
        line.Answer = intake.HandAsync(line.Signal);
    }

    // A job that was remembered and is gone is looked for anew, once.
    async Task HandAgainAsync(List<Line> lines, Guid project, string sender, CancellationToken stopping)
    {
        var lost = new List<Line>();
        foreach (var line in lines)
        {
            if (line.Answer is { } answer && await answer == Answer.UnknownJob)
            {
                lost.Add(line);
            }
        }

        if (lost.Count > 0)
        {
            target.Forget();
            foreach (var line in lost)
            {
                await HandAsync(line, project, sender, stopping);
            }
        }
    }

    static async Task<bool> ReadAsync(PipeReader reader, List<Line> lines, CancellationToken stopping)
    {
        var number = 0;
        var skipping = false;
        while (true)
        {
            var read = await reader.ReadAsync(stopping);
            var buffer = read.Buffer;
            while (Next(ref buffer, read.IsCompleted, out var text))
            {
                number++;
                Add(lines, number, text, skipping);
                skipping = false;
            }

            if (buffer.Length > LongestLine)
            {
                skipping = true;
                buffer = buffer.Slice(buffer.End);
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted || lines.Count > MostLines)
            {
                // A long last line without an end may have been passed over to its last byte.
                if (skipping)
                {
                    Add(lines, number + 1, default, isTooLong: true);
                }

                return lines.Count <= MostLines;
            }
        }
    }

    static bool Next(ref ReadOnlySequence<byte> buffer, bool isLast, out ReadOnlySequence<byte> line)
    {
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return true;
        }

        line = buffer;
        buffer = isLast ? buffer.Slice(buffer.End) : buffer;
        return isLast && !line.IsEmpty;
    }

    static void Add(List<Line> lines, int number, ReadOnlySequence<byte> text, bool isTooLong)
    {
        if (isTooLong || text.Length > LongestLine)
        {
            lines.Add(new Line(number) { Error = $"the line has more than {LongestLine / 1024} kB; send less with it" });
            return;
        }

        var bytes = text.ToArray();
        if (bytes.AsSpan().Trim(" \t\r"u8).IsEmpty)
        {
            return;
        }

        lines.Add(Read(number, bytes));
    }

    static Line Read(int number, byte[] text)
    {
        try
        {
            using var json = StoredJson.Parse(text);
            var errors = new FieldErrors();
            var draft = SignalReader.ReadLine(json.RootElement, errors);
            return errors.None ? new Line(number) { Draft = draft } : new Line(number) { Error = errors.ToText() };
        }
        catch (JsonException broken)
        {
            return new Line(number) { Error = $"the line is no JSON: {broken.Message}" };
        }
    }

    sealed class Line(int number)
    {
        public SignalDraft? Draft { get; init; }

        public string? Error { get; set; }

        public IncomingSignal? Signal { get; set; }

        public Task<Answer>? Answer { get; set; }

        public SignalReceipt Receipt(Answer answer) => (Error, answer, Signal?.Outcome) switch
        {
            ({ } error, _, _) => new SignalReceipt(number, null, null, error),
            (_, Hosting.Answer.Recorded, SignalOutcome.Taken taken) => RunDoor.Receipt(number, taken),
            (_, Hosting.Answer.Recorded, SignalOutcome.Refused refused) => new SignalReceipt(number, null, null, refused.Why),
            (_, Hosting.Answer.Recorded, SignalOutcome.Removed removed) => new SignalReceipt(
                number, null, null, $"the run {removed.Run} was removed, and nothing that is told of it is taken; name a new run otherwise"),
            (_, Hosting.Answer.Unavailable, _) => new SignalReceipt(number, null, null, "it could not be written now; send the line again"),
            _ => new SignalReceipt(number, null, null, "there is no such run, or it was removed"),
        };
    }
}
