using System.Buffers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Vigilant.Server.Hosting.Http;

/// <summary>The bytes of a request's body, up to 1 MB.</summary>
static class BodyBytes
{
    const int Most = 1024 * 1024;

    public static ProblemHttpResult TooLarge => Problems.Of(
        StatusCodes.Status413PayloadTooLarge, "The body is larger than 1 MB. Send a smaller one; texts and labels have limits far below.");

    /// <summary>Null when there are more. The rest is read all the same: a client that still sends would not see the answer.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context)
    {
        var body = context.Request.BodyReader;
        var bytes = new ArrayBufferWriter<byte>();
        while (true)
        {
            var read = await body.ReadAsync(context.RequestAborted);
            foreach (var part in read.Buffer)
            {
                if (bytes.WrittenCount <= Most)
                {
                    bytes.Write(part.Span);
                }
            }

            body.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                // Without the type a null would become an empty body: memory is made of arrays, and of null ones, too.
                return bytes.WrittenCount > Most ? default(ReadOnlyMemory<byte>?) : bytes.WrittenMemory;
            }
        }
    }
}
