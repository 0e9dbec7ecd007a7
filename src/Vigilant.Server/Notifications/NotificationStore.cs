using Npgsql;
using NpgsqlTypes;
using Vigilant.Domain.Notifications;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Notifications;

/// <summary>Claims notifications and records what became of them.</summary>
sealed class NotificationStore(NpgsqlDataSource database)
{
    static readonly string Claim = Sql.Of<NotificationStore>("notifications_claim.sql");
    static readonly string Delivered = Sql.Of<NotificationStore>("notifications_delivered.sql");
    static readonly string Again = Sql.Of<NotificationStore>("notifications_again.sql");
    static readonly string GivenUp = Sql.Of<NotificationStore>("notifications_given_up.sql");
    static readonly string Fallbacks = Sql.Of<NotificationStore>("notifications_fallbacks.sql");
    static readonly string Release = Sql.Of<NotificationStore>("notifications_release.sql");

    public async Task<IReadOnlyList<ClaimedNotification>> ClaimAsync(ClaimLimits limits, DateTimeOffset now, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Claim);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("expired", now - DeliveryRule.Patience);
        command.Parameters.AddWithValue("lease", limits.Lease);
        command.Parameters.AddWithValue("per_channel", limits.PerChannel);
        command.Parameters.AddWithValue("free", limits.Free);
        command.Parameters.AddWithValue("free_for_failing", limits.FreeForFailing);
        command.Parameters.AddWithValue("in_flight", limits.InFlight);
        command.Parameters.AddWithValue("busy_channels", limits.BusyChannels);
        command.Parameters.AddWithValue("busy_counts", limits.BusyCounts);
        await using var reader = await command.ExecuteReaderAsync(stopping);
        var claimed = new List<ClaimedNotification>();
        while (await reader.ReadAsync(stopping))
        {
            claimed.Add(ClaimedRow.Read(reader));
        }

        return claimed;
    }

    /// <summary>True when the claim was still ours.</summary>
    public async Task<bool> RecordDeliveredAsync(
        ClaimedNotification claim, string? note, int? status, DateTimeOffset now, CancellationToken stopping)
    {
        await using var command = OfClaim(Delivered, claim, status, now);
        command.Parameters.Add(new NpgsqlParameter("note", NpgsqlDbType.Text) { Value = note is null ? DBNull.Value : note });
        return await ChangedAsync(command, stopping);
    }

    /// <summary>True when the claim was still ours.</summary>
    public async Task<bool> RecordAgainAsync(
        ClaimedNotification claim, NextStep.Again next, int? status, DateTimeOffset now, CancellationToken stopping)
    {
        await using var command = OfClaim(Again, claim, status, now);
        command.Parameters.AddWithValue("due_at", next.At);
        command.Parameters.AddWithValue("why", next.Why);
        command.Parameters.AddWithValue("failures", next.ChannelRestsUntil is null ? 0 : (claim.Channel?.Failures ?? 0) + 1);
        command.Parameters.Add(new NpgsqlParameter("rest_until", NpgsqlDbType.TimestampTz)
        {
            Value = next.ChannelRestsUntil.OrNull(),
        });
        return await ChangedAsync(command, stopping);
    }

    /// <summary>True when the claim was still ours.</summary>
    public async Task<bool> RecordGivenUpAsync(
        ClaimedNotification claim, NextStep.GivenUp next, int? status, DateTimeOffset now, CancellationToken stopping)
    {
        var fallbacks = next.Forward ? await FallbacksAsync(claim, stopping) : [];
        await using var command = OfClaim(GivenUp, claim, status, now);
        command.Parameters.AddWithValue("why", next.Why);
        command.Parameters.AddWithValue("disable", next.DisableChannel);
        command.Parameters.AddWithValue("tries", claim.Expired ? 0 : 1);
        command.Parameters.AddWithValue("timestamp", UtcText.Of(now));
        command.Parameters.AddWithValue("undelivered", UndeliveredContent.Of(claim, next.Why));
        command.Parameters.AddWithValue("forward_ids", fallbacks.Select(_ => Guid.CreateVersion7(now)).ToArray());
        command.Parameters.AddWithValue("forward_channels", fallbacks);
        return await ChangedAsync(command, stopping);
    }

    /// <summary>Lets another node take it at once.</summary>
    public async Task ReleaseAsync(ClaimedNotification claim, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Release);
        command.Parameters.AddWithValue("id", claim.Id);
        command.Parameters.AddWithValue("fence", claim.Fence);
        await command.ExecuteNonQueryAsync(stopping);
    }

    async Task<Guid[]> FallbacksAsync(ClaimedNotification claim, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Fallbacks);
        command.Parameters.AddWithValue("project_id", claim.ProjectId);
        command.Parameters.AddWithValue("channel_id", claim.ChannelId);
        await using var reader = await command.ExecuteReaderAsync(stopping);
        var found = new List<Guid>();
        while (await reader.ReadAsync(stopping))
        {
            found.Add(reader.GetGuid(0));
        }

        return [.. found];
    }

    NpgsqlCommand OfClaim(string sql, ClaimedNotification claim, int? status, DateTimeOffset now)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("id", claim.Id);
        command.Parameters.AddWithValue("fence", claim.Fence);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.Add(new NpgsqlParameter("status", NpgsqlDbType.Integer) { Value = status.OrNull() });
        return command;
    }

    static async Task<bool> ChangedAsync(NpgsqlCommand command, CancellationToken stopping) =>
        await command.ExecuteScalarAsync(stopping) is 1L;
}
