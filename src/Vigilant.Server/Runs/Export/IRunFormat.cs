using System.Buffers;
using Vigilant.Contracts;

namespace Vigilant.Server.Runs.Export;

/// <summary>How runs are written down.</summary>
interface IRunFormat
{
    string ContentType { get; }

    /// <summary>What stands before the first run.</summary>
    void Begin(IBufferWriter<byte> output);

    void Write(Run run, IBufferWriter<byte> output);
}
