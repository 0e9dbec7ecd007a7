using System.Net.Sockets;
using Npgsql;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Postgres;

/// <summary>Runs before every pass and before the first request: the schema is there, or the start fails.</summary>
sealed class PrepareDatabase(Migrator migrator, SchemaState schema, TimeProvider clock, ILogger<PrepareDatabase> log) : IHostedService
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(5);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetTimestamp();
        for (var rest = TimeSpan.FromMilliseconds(250); await TryAsync(since, cancellationToken) is false; rest *= 2)
        {
            await Task.Delay(rest < LongestRest ? rest : LongestRest, clock, cancellationToken);
        }

        schema.Done();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task<bool> TryAsync(long since, CancellationToken stopping)
    {
        var left = Patience - clock.GetElapsedTime(since);
        try
        {
            await migrator.MigrateAsync(stopping);
            return true;
        }
        catch (PostgresException refused) when (!refused.IsTransient)
        {
            throw new StartRefusedException(
                $"The database refused: {refused.MessageText} ({refused.SqlState}). Check --database, that the database exists, "
                + "and that its user owns it.");
        }
        catch (Exception away) when (away is NpgsqlException or SocketException or TimeoutException)
        {
            if (left <= TimeSpan.Zero)
            {
                throw new StartRefusedException(
                    $"The database could not be reached for {Patience.TotalSeconds} seconds: {away.Message.TrimEnd('.')}. Check --database.");
            }

            log.DatabaseAway(away.Message, left.TotalSeconds);
            return false;
        }
    }
}
