using Npgsql;
using Vigilant.Domain.Alerts;

namespace Vigilant.Server.Alerts;

/// <summary>Turns the verdicts of claimed jobs into alerts and notifications, in the transaction that holds the claim.</summary>
sealed class AlertDesk(AlertOutbox outbox, ILogger<AlertDesk> log)
{
    /// <returns>How many verdicts were settled.</returns>
    public async Task<int> SettleAsync(NpgsqlConnection connection, Guid[] claimed, DateTimeOffset now, CancellationToken stopping)
    {
        var verdicts = await VerdictInbox.TakeAsync(connection, claimed, stopping);
        var jobs = await JobReads.JobsAsync(connection, claimed, stopping);
        var open = await AlertStore.OpenOfAsync(connection, claimed, stopping);

        var folds = new List<AlertFold>();
        foreach (var ofOneJob in verdicts.GroupBy(verdict => verdict.JobId))
        {
            if (jobs.TryGetValue(ofOneJob.Key, out var job))
            {
                folds.Add(Fold(new AlertFold(job, open.GetValueOrDefault(job.Id), now), ofOneJob));
            }
            else
            {
                log.VerdictsOfDeletedJob(ofOneJob.Key, ofOneJob.Count());
            }
        }

        await AlertStore.WriteAsync(
            connection, [.. folds.SelectMany(fold => fold.Changed)], [.. folds.SelectMany(fold => fold.Opened)], stopping);
        await outbox.TellAsync(connection, [.. folds.SelectMany(fold => fold.Events)], jobs, now, stopping);
        await VerdictInbox.DeleteAsync(connection, [.. verdicts.Select(verdict => verdict.Id)], stopping);
        await VerdictInbox.UnparkAsync(connection, claimed, stopping);
        return verdicts.Count;
    }

    AlertFold Fold(AlertFold fold, IEnumerable<PendingVerdict> verdicts)
    {
        foreach (var pending in verdicts)
        {
            var decision = fold.Take(pending);
            log.Decided(pending.JobId, decision.GetType().Name, decision.Why, pending.Verdict.Reason);
        }

        return fold;
    }
}
