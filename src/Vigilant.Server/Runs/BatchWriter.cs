using System.Data;
using Npgsql;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Runs;

/// <summary>Decides and writes one batch on the writer's own connection.</summary>
sealed class BatchWriter(NpgsqlDataSource database, RecentGaps gaps, TrimQueue trim, Answers answers, ILogger<BatchWriter> log)
    : IAsyncDisposable
{
    readonly JobCache _cache = new(JobCache.Generation);
    readonly Dictionary<Guid, JobWork> _work = [];
    readonly HashSet<Guid> _unknown = [];
    readonly List<Fact> _facts = [];
    Batch _batch = new();
    NpgsqlConnection? _connection;
    bool _careful;

    /// <summary>What is on disk is ready to be answered; what must wait is put into <paramref name="held"/>, in its order.</summary>
    public async Task WriteAsync(IReadOnlyList<Incoming> taken, List<Incoming> held, CancellationToken stopping)
    {
        try
        {
            await WriteOnceAsync(taken, held, stopping);
        }
        catch (PostgresException error) when (Partitions.AreMissing(error))
        {
            await Partitions.KeepAsync(database, taken[0].ReceivedAt, stopping);
            await KeepPartitionsOfEndedRunsAsync(stopping);
            await WriteOnceAsync(taken, held, stopping);
        }
        catch (Exception error) when (IsAboutOneJob(error) && _connection is { FullState: ConnectionState.Open })
        {
            await BisectAsync(taken, held, error, stopping);
        }
    }

    /// <summary>After a failure nothing that was remembered is trusted.</summary>
    public async Task ForgetAsync()
    {
        _cache.Clear();
        // A command whose connection broke while it was read from counts as being read from for ever.
        _batch.Dispose();
        _batch = new Batch();
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ForgetAsync();
        _batch.Dispose();
    }

    async Task WriteOnceAsync(IReadOnlyList<Incoming> taken, List<Incoming> held, CancellationToken stopping)
    {
        _connection ??= await database.OpenConnectionAsync(stopping);
        Clear();
        await GatherAsync(_connection, taken, stopping);
        var ended = await AnsweringAsync(RunKeys.FindAsync(_connection, taken, _work, stopping));
        Fold(taken, ended);
        var writing = _work.Count == 0 ? Task.FromResult<HashSet<Guid>>([]) : WriteAsync(_connection, stopping);
        answers.Give();
        Settle(taken, held, await writing);
    }

    // What is on disk must not wait behind a database that hangs.
    Task<T> AnsweringAsync<T>(Task<T> asking)
    {
        if (!asking.IsCompleted)
        {
            answers.Give();
        }

        return asking;
    }

    // A job that somebody holds for longer than a moment is passed over, and as long as it is held no batch waits for it again.
    // Asking for that every time would cost a fifth more.
    async Task<HashSet<Guid>> WriteAsync(NpgsqlConnection connection, CancellationToken stopping)
    {
        if (!_careful)
        {
            try
            {
                return await _batch.WriteAsync(connection, careful: false, prepare: true, stopping);
            }
            catch (PostgresException held) when (held.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                _careful = true;
            }
        }

        var kept = await _batch.WriteAsync(connection, careful: true, prepare: true, stopping);
        _careful = kept.Count < _work.Count;
        return kept;
    }

    // A run belongs to the week of its making, which may be gone when it ends at last.
    async Task KeepPartitionsOfEndedRunsAsync(CancellationToken stopping)
    {
        var days = new HashSet<DateTime>();
        foreach (var work in _work.Values)
        {
            foreach (var end in work.EndedRuns)
            {
                days.Add(TimeOrderedId.TimeOf(end.Run.Id).UtcDateTime.Date);
            }
        }

        foreach (var day in days)
        {
            await Partitions.KeepAsync(database, new DateTimeOffset(day, TimeSpan.Zero), stopping);
        }
    }

    void Clear()
    {
        _work.Clear();
        _unknown.Clear();
        _facts.Clear();
        _batch.Clear();
    }

    async Task GatherAsync(NpgsqlConnection connection, IReadOnlyList<Incoming> taken, CancellationToken stopping)
    {
        foreach (var incoming in taken)
        {
            if (!_work.ContainsKey(incoming.JobId) && !_unknown.Contains(incoming.JobId))
            {
                if (_cache.Find(incoming.JobId) is { } known)
                {
                    _work.Add(incoming.JobId, new JobWork(known, _facts));
                }
                else
                {
                    _unknown.Add(incoming.JobId);
                }
            }
        }

        if (_unknown.Count > 0)
        {
            foreach (var job in await AnsweringAsync(JobLoader.LoadAsync(connection, [.. _unknown], prepare: true, stopping)))
            {
                _unknown.Remove(job.JobId);
                _work.Add(job.JobId, new JobWork(job, _facts));
            }
        }
    }

    void Fold(IReadOnlyList<Incoming> taken, RunKeys ended)
    {
        foreach (var incoming in taken)
        {
            if (!_work.TryGetValue(incoming.JobId, out var work))
            {
                continue;
            }

            if (incoming is IncomingSignal signal)
            {
                work.Fold(signal, ended.Find(signal), gaps.All);
            }
            else
            {
                work.Fold((DeadlineLook)incoming, gaps.All);
            }
        }

        // In id order, like everybody who locks more than one job: so no two wait for each other.
        foreach (var work in _work.Values.OrderBy(work => work.JobId, ByteOrder.Comparer))
        {
            _batch.AddJob(work);
        }
    }

    void Settle(IReadOnlyList<Incoming> taken, List<Incoming> held, HashSet<Guid> kept)
    {
        foreach (var incoming in taken)
        {
            if (_unknown.Contains(incoming.JobId))
            {
                answers.Add(incoming, Answer.UnknownJob);
            }
            else if (kept.Contains(incoming.JobId))
            {
                answers.Add(incoming, Answer.Recorded);
            }
            else
            {
                held.Add(incoming);
            }
        }

        Remember(kept);
    }

    void Remember(HashSet<Guid> kept)
    {
        foreach (var work in _work.Values)
        {
            if (kept.Contains(work.JobId))
            {
                _cache.Keep(work.After);
                trim.Note(work.JobId, work.Before.State.SignalCount, work.State.SignalCount);
            }
            else
            {
                _cache.Forget(work.JobId);
            }
        }
    }

    // What cannot be decided or written for one job must not take the others with it: halves are tried until the culprit stands alone.
    async Task BisectAsync(
        IReadOnlyList<Incoming> taken, List<Incoming> held, Exception error, CancellationToken stopping)
    {
        _cache.Clear();
        if (taken.Count == 1)
        {
            log.SignalRefused(error, taken[0].JobId);
            answers.Add(taken[0], Answer.Unavailable);
            return;
        }

        var all = taken.ToArray();
        var half = all.Length / 2;
        await WriteAsync(all[..half], held, stopping);
        await WriteAsync(all[half..], held, stopping);
    }

    // Classes 22 and 23: what was to be written is wrong. All others of the database and the connection are about all of them.
    static bool IsAboutOneJob(Exception error) => error switch
    {
        PostgresException refused => refused.SqlState[..2] is "22" or "23",
        NpgsqlException or TimeoutException or OperationCanceledException => false,
        _ => true,
    };
}
