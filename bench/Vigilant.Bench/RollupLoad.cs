using Npgsql;
using NpgsqlTypes;
using Vigilant.Domain.Runs.Tallies;
using Vigilant.Server.Hosting;
using Vigilant.Server.Runs.Stats;

namespace Vigilant.Bench;

/// <summary>Counts runs while they are loaded, and stores the hours and days that no further run belongs to.</summary>
/// <param name="hoursFrom">Before it only days are counted.</param>
sealed class RollupLoad(Guid project, DateTimeOffset hoursFrom, NpgsqlConnection connection, NpgsqlBinaryImporter copy) : IAsyncDisposable
{
    // Runs come in the order of their making, and none of them lasts for a day.
    static readonly TimeSpan Patience = TimeSpan.FromDays(2);
    readonly Dictionary<Guid, TallyBook> _books = [];
    readonly Dictionary<RollupKey, Rollup> _rollups = [];
    DateTime _day;

    public static async Task<RollupLoad> BeginAsync(NpgsqlDataSource database, Guid project, DateTimeOffset hoursFrom)
    {
        var connection = await database.OpenConnectionAsync();
        return new RollupLoad(project, hoursFrom, connection, await connection.BeginBinaryImportAsync(
            "copy run_rollup (subject, grain, at, state, kept, ended, lengths) from stdin (format binary)"));
    }

    public async Task AddAsync(LoadedRun run)
    {
        var madeAt = TimeOrderedId.TimeOf(run.Id);
        if (madeAt.UtcDateTime.Date != _day)
        {
            _day = madeAt.UtcDateTime.Date;
            AddUp();
            await StoreAsync(madeAt - Patience);
        }

        if (!_books.TryGetValue(run.Job, out var book))
        {
            _books.Add(run.Job, book = new TallyBook());
        }

        book.Add(TallyChange.Kept(madeAt, run.State));
        book.Add(TallyChange.Ended(run.EndedAt, run.State, run.EndedAt - run.StartedAt, run.StartedAt - madeAt));
    }

    public async Task CompleteAsync()
    {
        AddUp();
        await StoreAsync(DateTimeOffset.MaxValue);
        await copy.CompleteAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await copy.DisposeAsync();
        await connection.DisposeAsync();
    }

    void AddUp()
    {
        foreach (var (job, book) in _books)
        {
            FoldTallies.AddUp(_rollups, project, job, book, hoursFrom);
        }

        _books.Clear();
    }

    async Task StoreAsync(DateTimeOffset before)
    {
        foreach (var key in _rollups.Keys.Where(key => key.At < before).ToArray())
        {
            _rollups.Remove(key, out var rollup);
            await copy.StartRowAsync();
            await copy.WriteAsync(key.Subject, NpgsqlDbType.Uuid);
            await copy.WriteAsync((short)key.Grain, NpgsqlDbType.Smallint);
            await copy.WriteAsync(key.At, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync((short)key.State, NpgsqlDbType.Smallint);
            await copy.WriteAsync(rollup!.Kept, NpgsqlDbType.Bigint);
            await copy.WriteAsync(rollup.Ended.Count, NpgsqlDbType.Bigint);
            await copy.WriteAsync(rollup.Ended.StoredLengths(), NpgsqlDbType.Bytea);
        }
    }
}
