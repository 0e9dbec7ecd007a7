using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Vigilant.Contracts;

namespace Vigilant.Server.Runs.Export;

/// <summary>After RFC 4180, with a header. No cell is a formula to a spreadsheet.</summary>
sealed class CsvFormat : IRunFormat
{
    static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");
    static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n");

    static readonly (string Name, Func<Run, string?> Cell)[] Columns =
    [
        ("id", run => run.Id.ToString()),
        ("job", run => Harmless(run.Job)),
        ("environment", run => Harmless(run.Environment)),
        ("caller_id", run => Harmless(run.CallerId)),
        ("state", run => run.State),
        ("attempt", run => Number(run.Attempt)),
        ("created_at", run => Time(run.CreatedAt)),
        ("queued_at", run => Time(run.QueuedAt)),
        ("started_at", run => Time(run.StartedAt)),
        ("ended_at", run => Time(run.EndedAt)),
        ("kill_requested_at", run => Time(run.KillRequestedAt)),
        ("slot_at", run => Time(run.SlotAt)),
        ("duration_ms", run => Number(run.DurationMs)),
        ("wait_ms", run => Number(run.WaitMs)),
        ("progress", run => Number(run.Progress)),
        ("exit_code", run => Number(run.ExitCode)),
        ("reason", run => Harmless(run.Reason)),
        .. new[]
        {
            "provider_id", "correlation_id", "host", "runner", "queue", "trace_id", "parent_id", "processed", "failed_items",
            "arguments", "labels", "resources", "errors", "data",
        }.Select(name => (name, (Func<Run, string?>)(run => Detail(run, name)))),
    ];

    public string ContentType => "text/csv; charset=utf-8; header=present";

    public void Begin(IBufferWriter<byte> output) => WriteLine(Columns.Select(column => column.Name), output);

    public void Write(Run run, IBufferWriter<byte> output) => WriteLine(Columns.Select(column => column.Cell(run)), output);

    static void WriteLine(IEnumerable<string?> cells, IBufferWriter<byte> output) =>
        Encoding.UTF8.GetBytes(string.Join(',', cells.Select(Quote)) + "\r\n", output);

    static string? Quote(string? cell) => cell.AsSpan().ContainsAny(Quoted)
        ? $"\"{cell!.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : cell;

    // A spreadsheet runs what begins like a formula; behind an apostrophe it is text.
    static string? Harmless(string? text) => text is { Length: > 0 } && Formula.Contains(text[0]) ? "'" + text : text;

    static string? Detail(Run run, string name) => run.Details.TryGetValue(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => Harmless(value.GetString()),
            JsonValueKind.Number => value.GetRawText(),
            _ => Harmless(value.GetRawText()),
        }
        : null;

    static string? Time(DateTimeOffset? at) =>
        at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    static string? Number(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture);
}
