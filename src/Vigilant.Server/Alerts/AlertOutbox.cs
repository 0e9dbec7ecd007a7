using System.Text.Json;
using Npgsql;
using Vigilant.Contracts;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Alerts;

/// <summary>Writes what is to be told, one row for each channel, for Notifications to deliver.</summary>
sealed class AlertOutbox(MessageWriter writer)
{
    static readonly string Channels = Sql.Of<AlertRow>("channels_of.sql");
    static readonly string Told = Sql.Of<AlertRow>("told_channels.sql");
    static readonly string Insert = Sql.Of<AlertRow>("insert_notifications.sql");

    public async Task TellAsync(
        NpgsqlConnection connection,
        IReadOnlyList<AlertEvent> events,
        Dictionary<Guid, JobFacts> jobs,
        DateTimeOffset now,
        CancellationToken stopping)
    {
        var addressed = await AddressAsync(connection, events, now, stopping);
        if (addressed.Count == 0)
        {
            return;
        }

        Guid[] told = [.. addressed.Select(letter => letter.Event.Alert.JobId).Distinct()];
        var signals = await JobReads.LastSignalsAsync(connection, told, stopping);
        var runs = await JobReads.LastRunsAsync(connection, told, stopping);
        var contents = addressed.Select(letter => letter.Event).Distinct().ToDictionary(
            news => news,
            news => writer.Write(
                news, jobs[news.Alert.JobId], signals.GetValueOrDefault(news.Alert.JobId), runs[news.Alert.JobId], now));
        await WriteAsync(connection, addressed, letter => contents[letter.Event], now, stopping);
    }

    /// <summary>As <see cref="TellAsync"/>, for an alert whose job is gone: what was said when it fired is said again.</summary>
    public static async Task TellAgainAsync(
        NpgsqlConnection connection, IReadOnlyList<(AlertEvent Event, AlertMessage Message)> said, DateTimeOffset now, CancellationToken stopping)
    {
        var contents = said.ToDictionary(told => told.Event, told => told.Message);
        var addressed = await AddressAsync(connection, [.. contents.Keys], now, stopping);
        await WriteAsync(connection, addressed, letter => contents[letter.Event], now, stopping);
    }

    // Those hear of an end who heard of the beginning, or are about to; each of them after the beginning.
    static async Task<List<Letter>> AddressAsync(
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

    static async Task WriteAsync(
        NpgsqlConnection connection,
        List<Letter> letters,
        Func<Letter, AlertMessage> content,
        DateTimeOffset now,
        CancellationToken stopping)
    {
        await new Statement(connection, Insert)
            .With("ids", letters.ConvertAll(_ => Guid.CreateVersion7(now)))
            .With("projects", letters.ConvertAll(letter => letter.Event.Alert.ProjectId))
            .With("channels", letters.ConvertAll(letter => letter.Channel))
            .With("alerts", letters.ConvertAll(letter => letter.Event.Alert.Id))
            .With("jobs", letters.ConvertAll(letter => letter.Event.Alert.JobId))
            .With("events", letters.ConvertAll(letter => letter.Event.Name))
            .WithJson("contents", [.. letters.Select(letter => Json(content(letter)))])
            .With("created", letters.ConvertAll(letter => letter.CreatedAt))
            .ExecuteAsync(stopping);
    }

    static string Json(AlertMessage message) => JsonSerializer.Serialize(message, VigilantJson.Default.AlertMessage);

    sealed record Letter(AlertEvent Event, Guid Channel, DateTimeOffset CreatedAt);
}
