using System.Buffers;
using System.Text.Json;
using Vigilant.Contracts;

namespace Vigilant.Server.Runs.Export;

/// <summary>A run a line, as GET /v1/runs/{id} answers it.</summary>
sealed class NdjsonFormat : IRunFormat
{
    public string ContentType => "application/x-ndjson";

    public void Begin(IBufferWriter<byte> output)
    {
        // Nothing stands before the first line.
    }

    public void Write(Run run, IBufferWriter<byte> output)
    {
        output.Write(JsonSerializer.SerializeToUtf8Bytes(run, VigilantJson.Default.Run));
        output.Write("\n"u8);
    }
}
