using Microsoft.Extensions.Options;
using Npgsql;
using Vigilant.Domain.Operations;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Runs.Operations;

/// <summary>Takes the operation whose turn it is, and works on it for a while.</summary>
sealed class DoOperations(
    OperationLedger ledger, OperationWork work, NodeClock clock, IOptions<RunOptions> options, ILogger<DoOperations> log) : IPass
{
    const int MostTries = 5;
    static readonly TimeSpan RestWhenIdle = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan RestWhenHeldUp = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan BetweenPurges = TimeSpan.FromHours(1);

    DateTimeOffset _purgedAt;

    public string Name => "do operations";

    public async Task<PassResult> RunOnceAsync(CancellationToken stopping)
    {
        await PurgeAsync(stopping);
        if (await ledger.ClaimAsync(clock.Now, stopping) is not { } operation)
        {
            return new PassResult(0, RestWhenIdle);
        }

        if (operation.Tries > MostTries)
        {
            const string why = "it was begun again and again without getting further; the server's log says why";
            await ledger.EndAsync(operation, OperationState.Failed, why, clock.Now, stopping);
            return new PassResult(0, TimeSpan.Zero);
        }

        try
        {
            return new PassResult(await work.WorkAsync(operation, stopping), TimeSpan.Zero);
        }
        catch (PostgresException held) when (held.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            await ledger.ReleaseAsync(operation, clock.Now + RestWhenHeldUp, waits: true, stopping);
            return new PassResult(0, RestWhenHeldUp);
        }
        catch (PostgresException refused) when (WhyNever(refused) is not null)
        {
            log.OperationFailed(refused, operation.Id);
            await ledger.EndAsync(operation, OperationState.Failed, WhyNever(refused), clock.Now, stopping);
            return new PassResult(0, TimeSpan.Zero);
        }
    }

    // What is wrong with the data or takes too long is so with every try. All else is tried again, by whoever comes next.
    static string? WhyNever(PostgresException error) => error.SqlState switch
    {
        PostgresErrorCodes.QueryCanceled => "it took longer than 10 seconds to find the next runs; narrow the filter, by a job or by times",
        ['2', '2', ..] or ['2', '3', ..] => $"the database refused it: {error.MessageText}",
        _ => null,
    };

    async Task PurgeAsync(CancellationToken stopping)
    {
        var now = clock.Now;
        if (now - _purgedAt > BetweenPurges)
        {
            await ledger.PurgeAsync(now.AddDays(-options.Value.KeepDays), stopping);
            _purgedAt = now;
        }
    }
}
