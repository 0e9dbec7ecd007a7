using Npgsql;
using Vigilant.Domain.Alerts;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Alerts;

/// <summary>Alerts, read and written many at a time by whoever holds their jobs.</summary>
static class AlertStore
{
    static readonly string OpenOf = Sql.Of<AlertRow>("open_alerts_of.sql");
    static readonly string Insert = Sql.Of<AlertRow>("insert_alerts.sql");
    static readonly string Update = Sql.Of<AlertRow>("update_alerts.sql");

    public static async Task<Dictionary<Guid, AlertRow>> OpenOfAsync(
        NpgsqlConnection connection, Guid[] jobs, CancellationToken stopping) =>
        (await new Statement(connection, OpenOf).With("jobs", jobs).ReadAsync(Map, stopping))
            .ToDictionary(alert => alert.JobId);

    /// <summary>Those that were there first: a job's old alert must be over before its next one opens.</summary>
    public static async Task WriteAsync(
        NpgsqlConnection connection, IReadOnlyList<AlertRow> changed, IReadOnlyList<AlertRow> opened, CancellationToken stopping)
    {
        if (changed.Count > 0)
        {
            await With(new Statement(connection, Update), changed).ExecuteAsync(stopping);
        }

        if (opened.Count > 0)
        {
            await With(new Statement(connection, Insert), opened).ExecuteAsync(stopping);
        }
    }

    public static AlertRow Map(NpgsqlDataReader row) => new()
    {
        Id = row.Get<Guid>("id"),
        ProjectId = row.Get<Guid>("project_id"),
        JobId = row.Get<Guid>("job_id"),
        State = Enum.Parse<AlertState>(row.Get<string>("state"), ignoreCase: true),
        Says = new OpenAlert(
            Enum.Parse<AlertClass>(row.Get<string>("class"), ignoreCase: true),
            Enum.Parse<Severity>(row.Get<string>("severity"), ignoreCase: true),
            row.Get<string>("reason"),
            row.Get<int>("missed_count"),
            row.Get<bool>("unconfirmed"),
            row.Get<DateTimeOffset>("opened_at")),
        UpdatedAt = row.Get<DateTimeOffset>("updated_at"),
        RunId = row.Id("run_id"),
        SignalId = row.Id("signal_id"),
        AcknowledgedAt = row.Time("acknowledged_at"),
        AcknowledgedBy = row.Text("acknowledged_by"),
        Note = row.Text("note"),
        ResolvedAt = row.Time("resolved_at"),
        ResolvedBy = row.Text("resolved_by"),
        Resolution = row.Text("resolution"),
    };

    static Statement With(Statement statement, IReadOnlyList<AlertRow> alerts) => statement
        .With("ids", Each(alerts, alert => alert.Id))
        .With("projects", Each(alerts, alert => alert.ProjectId))
        .With("jobs", Each(alerts, alert => alert.JobId))
        .With("states", Each(alerts, alert => alert.State.Word()))
        .With("classes", Each(alerts, alert => alert.Says.Class.Word()))
        .With("severities", Each(alerts, alert => alert.Says.Severity.Word()))
        .With("reasons", Each(alerts, alert => alert.Says.Reason))
        .With("missed_counts", Each(alerts, alert => alert.Says.MissedCount))
        .With("runs", Each(alerts, alert => alert.RunId))
        .With("signals", Each(alerts, alert => alert.SignalId))
        .With("unconfirmed", Each(alerts, alert => alert.Says.Unconfirmed))
        .With("opened", Each(alerts, alert => alert.Says.OpenedAt))
        .With("updated", Each(alerts, alert => alert.UpdatedAt))
        .With("acknowledged", Each(alerts, alert => alert.AcknowledgedAt))
        .With("acknowledged_by", Each(alerts, alert => alert.AcknowledgedBy))
        .With("notes", Each(alerts, alert => alert.Note))
        .With("resolved", Each(alerts, alert => alert.ResolvedAt))
        .With("resolved_by", Each(alerts, alert => alert.ResolvedBy))
        .With("resolutions", Each(alerts, alert => alert.Resolution));

    static T[] Each<T>(IReadOnlyList<AlertRow> alerts, Func<AlertRow, T> column) => [.. alerts.Select(column)];
}
