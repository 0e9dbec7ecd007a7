using System.Text.Json;
using Npgsql;
using Vigilant.Dashboard.Jobs;
using Vigilant.Dashboard.Layout;
using Vigilant.Domain.Jobs;

namespace Vigilant.Server.Pages;

static class JobRows
{
    public static JobRow Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        (Colour)row.GetInt16(4),
        row.GetString(5),
        row.Time(6),
        row.GetBoolean(7),
        row.GetBoolean(8),
        RunStrip.Of(row.GetFieldValue<byte[]>(9)),
        row.TimeOrNull(10),
        row.TimeOrNull(11),
        row.TimeOrNull(12),
        row.GetBoolean(13),
        Labels(row.GetString(14)));

    public static ValueList<string> Labels(string json)
    {
        using var labels = JsonDocument.Parse(json);
        return labels.RootElement.ValueKind == JsonValueKind.Object
            ? new([.. labels.RootElement.EnumerateObject().Select(label => Text(label.Name, label.Value.ToString()))])
            : new([.. labels.RootElement.EnumerateArray().Select(label => label.ToString())]);
    }

    static string Text(string name, string value) => value.Length == 0 ? name : $"{name}={value}";
}
