using System.Text.Json;
using Npgsql;
using Vigilant.Contracts;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Alerts;

/// <summary>Writes what is to be told, one row for each channel, for Notifications to deliver.</summary>
sealed class AlertOutbox(MessageWriter writer)
{
    static readonly string Said = Sql.Of<AlertRow>("said_of.sql");
    static readonly string Insert = Sql.Of<AlertRow>("insert_notifications.sql");

    public async Task TellAsync(
        NpgsqlConnection connection,
        IReadOnlyList<AlertEvent> events,
        Dictionary<Guid, JobFacts> jobs,
        DateTimeOffset now,
        CancellationToken stopping)
    {
        var letters = await AlertAddresses.OfAsync(connection, events, now, stopping);
        if (letters.Count == 0)
        {
            return;
        }

        Guid[] told = [.. letters.Select(letter => letter.Event.Alert.JobId).Distinct()];
        var signals = await JobReads.LastSignalsAsync(connection, told, stopping);
        var runs = await JobReads.LastRunsAsync(connection, told, stopping);
        await WriteAsync(connection, letters, Content, now, stopping);

        AlertMessage Content(AlertEvent news) => writer.Write(
            news, jobs[news.Alert.JobId], signals.GetValueOrDefault(news.Alert.JobId), runs[news.Alert.JobId], now);
    }

    /// <summary>Tells that alerts are over which no verdict ended. Of a job that is gone, what was said of it is said again.</summary>
    public async Task TellEndAsync(
        NpgsqlConnection connection, IReadOnlyList<AlertRow> ended, DateTimeOffset now, CancellationToken stopping)
    {
        var jobs = await JobReads.JobsAsync(connection, [.. ended.Select(alert => alert.JobId)], stopping);
        var known = ended.ToLookup(alert => jobs.ContainsKey(alert.JobId), alert => new AlertEvent(alert, AlertEvent.Resolved));
        await TellAsync(connection, [.. known[true]], jobs, now, stopping);
        await TellAgainAsync(connection, [.. known[false]], now, stopping);
    }

    async Task TellAgainAsync(
        NpgsqlConnection connection, IReadOnlyList<AlertEvent> events, DateTimeOffset now, CancellationToken stopping)
    {
        var letters = await AlertAddresses.OfAsync(connection, events, now, stopping);
        if (letters.Count == 0)
        {
            return;
        }

        var said = (await new Statement(connection, Said).With("alerts", letters.ConvertAll(letter => letter.Event.Alert.Id))
            .ReadAsync(row => (Alert: row.GetGuid(0), Message: Parse(row.GetString(1))), stopping))
            .ToDictionary(message => message.Alert, message => message.Message);
        await WriteAsync(connection, letters, news => writer.WriteEnd(news, said[news.Alert.Id], now), now, stopping);
    }

    static async Task WriteAsync(
        NpgsqlConnection connection,
        List<Letter> letters,
        Func<AlertEvent, AlertMessage> content,
        DateTimeOffset now,
        CancellationToken stopping)
    {
        // Written once, however many channels it goes to.
        var contents = letters.Select(letter => letter.Event).DistinctBy(Key).ToDictionary(Key, news => Json(content(news)));
        await new Statement(connection, Insert)
            .With("ids", letters.ConvertAll(_ => Guid.CreateVersion7(now)))
            .With("projects", letters.ConvertAll(letter => letter.Event.Alert.ProjectId))
            .With("channels", letters.ConvertAll(letter => letter.Channel))
            .With("alerts", letters.ConvertAll(letter => letter.Event.Alert.Id))
            .With("jobs", letters.ConvertAll(letter => letter.Event.Alert.JobId))
            .With("events", letters.ConvertAll(letter => letter.Event.Name))
            .WithJson("contents", [.. letters.Select(letter => contents[Key(letter.Event)])])
            .With("created", letters.ConvertAll(letter => letter.CreatedAt))
            .ExecuteAsync(stopping);
    }

    static (Guid, string) Key(AlertEvent news) => (news.Alert.Id, news.Name);

    static string Json(AlertMessage message) => JsonSerializer.Serialize(message, VigilantJson.Default.AlertMessage);

    static AlertMessage Parse(string json) => JsonSerializer.Deserialize(json, VigilantJson.Default.AlertMessage)!;
}
