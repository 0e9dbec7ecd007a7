using Npgsql;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Alerts;

/// <summary>
/// Who hears of what. Those hear of an end who heard of the beginning, or are about to; each of them after the beginning.
/// </summary>
static class AlertAddresses
{
    static readonly string Channels = Sql.Of<AlertRow>("channels_of.sql");
    static readonly string Told = Sql.Of<AlertRow>("told_channels.sql");

    public static async Task<List<Letter>> OfAsync(
        NpgsqlConnection connection, IReadOnlyList<AlertEvent> events, DateTimeOffset now, CancellationToken stopping)
    {
        var begun = events.Where(told => !IsEnd(told)).Select(told => told.Alert).ToDictionary(alert => alert.Id);
        var ended = events.Where(IsEnd).Select(told => told.Alert.Id).Where(alert => !begun.ContainsKey(alert));
        var channels = await ChannelsAsync(connection, [.. begun.Values.Select(alert => alert.JobId).Distinct()], stopping);
        var told = await ToldAsync(connection, [.. ended], stopping);
        return [.. events.SelectMany(news => begun.ContainsKey(news.Alert.Id)
            ? channels[news.Alert.JobId].Select(to => new Letter(news, to.Channel, IsEnd(news) ? After(now, now) : now))
            : told[news.Alert.Id].Select(to => new Letter(news, to.Channel, After(to.At, now))))];
    }

    static async Task<ILookup<Guid, (Guid Job, Guid Channel)>> ChannelsAsync(
        NpgsqlConnection connection, Guid[] jobs, CancellationToken stopping) =>
        (await new Statement(connection, Channels).With("jobs", jobs)
            .ReadAsync(row => (Job: row.GetGuid(0), Channel: row.GetGuid(1)), stopping)).ToLookup(channel => channel.Job);

    static async Task<ILookup<Guid, (Guid Alert, Guid Channel, DateTimeOffset At)>> ToldAsync(
        NpgsqlConnection connection, Guid[] alerts, CancellationToken stopping) =>
        (await new Statement(connection, Told).With("alerts", alerts)
            .ReadAsync(row => (Alert: row.GetGuid(0), Channel: row.GetGuid(1), At: row.Get<DateTimeOffset>("told_at")), stopping))
            .ToLookup(told => told.Alert);

    static bool IsEnd(AlertEvent told) => told.Name == AlertEvent.Resolved;

    static DateTimeOffset After(DateTimeOffset firing, DateTimeOffset now) => firing >= now ? firing.AddMicroseconds(1) : now;
}
