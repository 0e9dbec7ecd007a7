using Npgsql;
using Vigilant.Contracts;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Alerts;

/// <summary>Alerts as people read them, always of one project.</summary>
sealed class AlertQueries(NpgsqlDataSource database)
{
    static readonly string List = Sql.Of<AlertRow>("list.sql");
    static readonly string Find = Sql.Of<AlertRow>("find.sql");
    static readonly string OfJob = Sql.Of<AlertRow>("history_of_a_job.sql");
    static readonly string Count = Sql.Of<AlertRow>("count_open.sql");
    static readonly string Notifications = Sql.Of<AlertRow>("notifications_of.sql");

    /// <summary>The newest first.</summary>
    public async Task<List<Alert>> ListAsync(Guid project, AlertFilter filter, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        return await new Statement(connection, List)
            .With("project", project)
            .With("state", filter.State)
            .With("service", filter.Service)
            .With("job", filter.Job)
            .With("before", filter.After?.OpenedAt)
            .With("before_id", filter.After?.Id)
            .With("limit", filter.Limit)
            .ReadAsync(Map, stopping);
    }

    public async Task<Alert?> FindAsync(Guid project, Guid alert, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        var found = await new Statement(connection, Find).With("project", project).With("alert", alert).ReadAsync(Map, stopping);
        return found.SingleOrDefault();
    }

    /// <summary>A job's alerts, the newest first.</summary>
    public async Task<List<Alert>> HistoryOfAsync(Guid project, Guid job, int limit, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        return await new Statement(connection, OfJob)
            .With("project", project).With("job", job).With("limit", limit).ReadAsync(Map, stopping);
    }

    /// <summary>How many alerts are open, by state. Resolved ones are not counted: they are many.</summary>
    public async Task<OpenAlertCounts> CountOpenAsync(Guid project, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        var counts = await new Statement(connection, Count).With("project", project)
            .ReadAsync(row => new OpenAlertCounts(row.Get<long>("firing"), row.Get<long>("acknowledged")), stopping);
        return counts.Single();
    }

    public async Task<List<AlertNotification>> NotificationsOfAsync(Guid project, Guid alert, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        return await new Statement(connection, Notifications)
            .With("project", project).With("alert", alert).ReadAsync(MapNotification, stopping);
    }

    static Alert Map(NpgsqlDataReader row) => new()
    {
        Id = row.Get<Guid>("id"),
        Job = row.Get<string>("job"),
        JobId = row.Get<Guid>("job_id"),
        Environment = row.Get<string>("environment"),
        State = row.Get<string>("state"),
        Class = row.Get<string>("class"),
        Severity = row.Get<string>("severity"),
        Reason = row.Get<string>("reason"),
        OpenedAt = row.Get<DateTimeOffset>("opened_at"),
        UpdatedAt = row.Get<DateTimeOffset>("updated_at"),
        MissedCount = row.Get<int>("missed_count"),
        Unconfirmed = row.Get<bool>("unconfirmed"),
        AcknowledgedAt = row.Time("acknowledged_at"),
        AcknowledgedBy = row.Text("acknowledged_by"),
        Note = row.Text("note"),
        ResolvedAt = row.Time("resolved_at"),
        ResolvedBy = row.Text("resolved_by"),
        Resolution = row.Text("resolution"),
    };

    static AlertNotification MapNotification(NpgsqlDataReader row) => new()
    {
        Id = row.Get<Guid>("id"),
        Channel = row.Get<string>("channel"),
        Event = row.Get<string>("event"),
        State = row.Get<string>("state"),
        CreatedAt = row.Get<DateTimeOffset>("created_at"),
        Attempts = row.Get<int>("attempts"),
        DeliveredAt = row.Time("delivered_at"),
        LastError = row.Text("last_error"),
    };
}
