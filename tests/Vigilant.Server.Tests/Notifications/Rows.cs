using Npgsql;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Notifications;

/// <summary>Rows that other slices would have written.</summary>
static class Rows
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    public static readonly DateTimeOffset Start = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);

    public static async Task<Guid> ProjectAsync(this TestDatabase database)
    {
        var id = Guid.CreateVersion7(Start);
        await database.RunAsync(
            "insert into project (id, name, ping_key, created_at) values (@id, 'p', @key, @at)",
            ("id", id), ("key", id.ToString("N")), ("at", Start));
        return id;
    }

    public static async Task<Guid> ChannelAsync(
        this TestDatabase database, Guid project, string settings, string kind = "webhook", bool fallback = false)
    {
        var id = Guid.CreateVersion7(Start);
        await database.RunAsync(
            """
            insert into channel (id, project_id, name, kind, settings, secret, fallback, created_at)
            values (@id, @project, @name, @kind, @settings::jsonb, @secret, @fallback, @at)
            """,
            ("id", id), ("project", project), ("name", $"{kind} {id:N}"), ("kind", kind), ("settings", settings),
            ("secret", Secret), ("fallback", fallback), ("at", Start));
        return id;
    }

    public static Task<Guid> WebhookAsync(this TestDatabase database, Guid project, string url, bool fallback = false) =>
        database.ChannelAsync(project, $$"""{"url": "{{url}}"}""", fallback: fallback);

    public static async Task<Guid> NotifyAsync(
        this TestDatabase database, Guid project, Guid channel, string @event = "firing", Guid? alert = null, DateTimeOffset? at = null)
    {
        var id = Guid.CreateVersion7(at ?? Start);
        await database.RunAsync(
            """
            insert into notification (id, project_id, channel_id, alert_id, event, content, created_at, due_at)
            values (@id, @project, @channel, @alert, @event, @content::jsonb, @at, @at)
            """,
            ("id", id), ("project", project), ("channel", channel), ("alert", alert ?? Guid.CreateVersion7(Start)),
            ("event", @event), ("content", Contents.Of(@event)), ("at", at ?? Start));
        return id;
    }

    public static Task<string?> StateAsync(this TestDatabase database, Guid notification) =>
        database.ScalarAsync<string>($"select state from notification where id = '{notification}'");

    public static async Task RunAsync(this TestDatabase database, string sql, params (string Name, object Value)[] values)
    {
        await using var command = database.Source.CreateCommand(sql);
        foreach (var (name, value) in values)
        {
            command.Parameters.Add(new NpgsqlParameter(name, value));
        }

        await command.ExecuteNonQueryAsync();
    }
}
