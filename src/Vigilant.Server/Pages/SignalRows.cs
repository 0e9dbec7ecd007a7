using System.Text;
using Npgsql;
using Vigilant.Dashboard.Jobs;
using Vigilant.Domain.Runs;

namespace Vigilant.Server.Pages;

/// <summary>Reads signals as pages show them.</summary>
static class SignalRows
{
    /// <summary>A sender's clock that is off by less than this is not worth a mark.</summary>
    static readonly TimeSpan NoticedSkew = TimeSpan.FromSeconds(30);

    public static SignalRow Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        (SignalKind)row.GetInt16(1),
        row.Time(2),
        row.TimeOrNull(3) - row.Time(2) is { } skew && skew.Duration() >= NoticedSkew ? skew : null,
        row.NumberOrNull(4),
        row.TextOrNull(5),
        row.TextOrNull(6),
        row.GetInt32(7),
        row.IsDBNull(8) ? null : Encoding.UTF8.GetString(row.GetFieldValue<byte[]>(8)));
}
