using Microsoft.Extensions.Options;
using Npgsql;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs;

/// <summary>Removes what is beyond the limit of signals that are kept of a job.</summary>
sealed class TrimSignals(NpgsqlDataSource database, TrimQueue queue, IOptions<RunOptions> options) : IPass
{
    static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    static readonly string Trim = Sql.Of<TrimSignals>("trim_signals.sql");

    public string Name => "trim signals";

    public async Task<PassResult> RunOnceAsync(CancellationToken stopping)
    {
        var removed = 0;
        foreach (var job in queue.Take())
        {
            await using var command = database.CreateCommand(Trim);
            command.Parameters.AddWithValue("job_id", job);
            command.Parameters.AddWithValue("kept", options.Value.SignalsPerJob);
            removed += (int)(long)(await command.ExecuteScalarAsync(stopping))!;
        }

        return new PassResult(removed, Rest);
    }
}
