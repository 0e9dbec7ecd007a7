using Npgsql;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Alerts;

/// <summary>Takes what Runs decided about jobs, opens, updates and resolves their alerts, and writes what is to be told.</summary>
sealed class EvaluateVerdicts(NpgsqlDataSource database, AlertDesk desk, NodeClock clock, ILogger<EvaluateVerdicts> log) : IPass
{
    /// <summary>How many verdicts are looked at in one transaction; those of the same jobs behind them come along.</summary>
    public const int Batch = 500;

    static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(200);

    public string Name => "evaluate verdicts";

    public async Task<PassResult> RunOnceAsync(CancellationToken stopping)
    {
        var now = clock.Now;
        await using var connection = await database.OpenConnectionAsync(stopping);
        await VerdictInbox.MakeSubjectsAsync(connection, Batch, stopping);
        var outcome = await TryAsync(connection, () => VerdictInbox.ClaimNextAsync(connection, Batch, now, stopping), now, stopping);
        if (outcome.Failure is not null)
        {
            await SettleApartAsync(outcome, now, stopping);
        }

        return new PassResult(outcome.Verdicts, outcome.Verdicts >= Batch ? TimeSpan.Zero : Rest);
    }

    async Task<Outcome> TryAsync(
        NpgsqlConnection connection, Func<Task<Guid[]>> claim, DateTimeOffset now, CancellationToken stopping)
    {
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        var jobs = await claim();
        if (jobs.Length == 0)
        {
            return new Outcome(jobs, 0, null);
        }

        try
        {
            var verdicts = await desk.SettleAsync(connection, jobs, now, stopping);
            await transaction.CommitAsync(stopping);
            return new Outcome(jobs, verdicts, null);
        }

        // Whatever one job's rows do to us must not hold the others; the loop hears of what is not about rows.
        catch (Exception error) when (error is not OperationCanceledException and not NpgsqlException { IsTransient: true })
        {
            return new Outcome(jobs, 0, error);
        }
    }

    async Task SettleApartAsync(Outcome failed, DateTimeOffset now, CancellationToken stopping)
    {
        if (failed.Jobs.Length == 1)
        {
            await ParkAsync(failed.Jobs[0], failed.Failure!, now, stopping);
            return;
        }

        foreach (var half in failed.Jobs.Chunk((failed.Jobs.Length + 1) / 2))
        {
            await using var connection = await database.OpenConnectionAsync(stopping);
            var outcome = await TryAsync(connection, () => VerdictInbox.ClaimTheseAsync(connection, half, stopping), now, stopping);
            if (outcome.Failure is not null)
            {
                await SettleApartAsync(outcome, now, stopping);
            }
        }
    }

    async Task ParkAsync(Guid job, Exception failure, DateTimeOffset now, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await VerdictInbox.ParkAsync(connection, job, failure.Message, now, stopping);
        log.VerdictsParked(failure, job);
    }

    sealed record Outcome(Guid[] Jobs, int Verdicts, Exception? Failure);
}
