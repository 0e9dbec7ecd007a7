using System.Diagnostics;
using Npgsql;
using Vigilant.Domain.Notifications;

namespace Vigilant.Server.Notifications;

/// <summary>Records what became of a try, as long as it takes: what was sent and not recorded is sent again.</summary>
sealed class Ledger(NotificationStore store, TimeProvider time, ILogger<Ledger> log)
{
    static readonly TimeSpan RestBetweenTries = TimeSpan.FromSeconds(1);

    public async Task RecordAsync(
        ClaimedNotification claim, NextStep next, int? status, DateTimeOffset now, CancellationToken abandon)
    {
        while (!await TryRecordAsync(claim, next, status, now) && !abandon.IsCancellationRequested)
        {
            await Task.Delay(RestBetweenTries, time, abandon).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Lets another node take it at once; when that fails, the lease runs out.</summary>
    public async Task ReleaseAsync(ClaimedNotification claim)
    {
        try
        {
            await store.ReleaseAsync(claim, CancellationToken.None);
        }
        catch (NpgsqlException error)
        {
            log.NotReleased(claim.Id, error.Message);
        }
    }

    /// <summary>False when the database could not be asked and may be asked again.</summary>
    async Task<bool> TryRecordAsync(ClaimedNotification claim, NextStep next, int? status, DateTimeOffset now)
    {
        try
        {
            var ours = await RecordOnceAsync(claim, next, status, now);
            Tell(claim, next, ours);
            return true;
        }
        catch (NpgsqlException error)
        {
            log.RecordFailed(claim.Id, error.Message);
            return !error.IsTransient;
        }
    }

    Task<bool> RecordOnceAsync(ClaimedNotification claim, NextStep next, int? status, DateTimeOffset now) => next switch
    {
        NextStep.Delivered(var note) => store.RecordDeliveredAsync(claim, note, status, now, CancellationToken.None),
        NextStep.Again again => store.RecordAgainAsync(claim, again, status, now, CancellationToken.None),
        NextStep.GivenUp givenUp => store.RecordGivenUpAsync(claim, givenUp, status, now, CancellationToken.None),
        _ => throw new UnreachableException(),
    };

    void Tell(ClaimedNotification claim, NextStep next, bool ours)
    {
        switch (next)
        {
            case var _ when !ours:
                log.ClaimLost(claim.Id);
                break;
            case NextStep.Again(var at, var why, _):
                log.DeliveryFailed(claim.Id, claim.Channel?.Name, why, at);
                break;
            case NextStep.GivenUp(var why, _, _):
                log.GivenUp(claim.Id, claim.Channel?.Name, why);
                break;
        }
    }
}
