using System.Data;
using Npgsql;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Runs;

/// <summary>
/// Folds and writes one batch after the other on the writer's own connection. While the database writes one, what comes is folded
/// into the next: it stands on states that are not yet written, which the version guards.
/// </summary>
sealed class BatchWriter(
    NpgsqlDataSource database, SignalIntake intake, RecentGaps gaps, TrimQueue trim, Answers answers, ILogger<BatchWriter> log)
    : IAsyncDisposable
{
    /// <summary>How many a batch takes.</summary>
    public const int Largest = 1000;

    readonly JobCache _cache = new(JobCache.Generation);
    readonly HashSet<Guid> _behind = [];
    FoldedBatch? _now;
    FoldedBatch? _next;
    NpgsqlConnection? _connection;
    bool _careful;

    FoldedBatch Now => _now ??= new FoldedBatch(_cache, gaps);

    FoldedBatch Next => _next ??= new FoldedBatch(_cache, gaps);

    /// <summary>What was folded ahead, and is the beginning of the next batch.</summary>
    public IReadOnlyList<Incoming> Ahead => Next.Taken;

    /// <summary>
    /// Writes what was folded ahead and <paramref name="more"/>. What is on disk is ready to be answered; what must wait comes
    /// first in <paramref name="held"/>, before what came meanwhile and could not be folded ahead.
    /// </summary>
    public async Task WriteAsync(IReadOnlyList<Incoming> more, List<Incoming> held, CancellationToken stopping)
    {
        (_now, _next) = (_next, _now);
        Next.Clear();
        try
        {
            await WriteOnceAsync(more, held, FoldAheadAsync, stopping);
        }
        catch (PostgresException error) when (Partitions.AreMissing(error))
        {
            await KeepPartitionsAsync(stopping);
            held.InsertRange(0, Next.TakeBack());
            await WriteOnceAsync(Now.TakeBack(), held, Nothing, stopping);
        }
        catch (Exception error) when (CanBeHalved(error))
        {
            held.InsertRange(0, Next.TakeBack());
            await HalveAsync(held, error, stopping);
        }
    }

    /// <summary>After a failure nothing that was remembered is trusted. What was folded ahead comes again.</summary>
    public async Task ForgetAsync(List<Incoming> held)
    {
        held.InsertRange(0, Next.TakeBack());
        Now.Clear();
        _cache.Clear();
        // A command whose connection broke while it was read from counts as being read from for ever.
        DisposeBatches();
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        DisposeBatches();
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }
    }

    void DisposeBatches()
    {
        _now?.Dispose();
        _next?.Dispose();
        (_now, _next) = (null, null);
    }

    async Task WriteOnceAsync(
        IReadOnlyList<Incoming> more, List<Incoming> held, Func<Task, List<Incoming>, Task> meanwhile, CancellationToken stopping)
    {
        _connection ??= await database.OpenConnectionAsync(stopping);
        await Now.FoldAsync(_connection, more, AnswerFirst, stopping);
        var writing = Now.Jobs.Count == 0 ? Task.FromResult<HashSet<Guid>>([]) : WriteAsync(_connection, stopping);
        answers.Give();
        await meanwhile(writing, held);
        Settle(held, await writing);
    }

    // What is on disk must not wait behind a database that hangs.
    void AnswerFirst(Task asking)
    {
        if (!asking.IsCompleted)
        {
            answers.Give();
        }
    }

    // A job that somebody holds for longer than a moment is passed over, and as long as it is held no batch waits for it again.
    // Asking for that every time would cost a fifth more.
    async Task<HashSet<Guid>> WriteAsync(NpgsqlConnection connection, CancellationToken stopping)
    {
        if (!_careful)
        {
            try
            {
                return await Now.WriteAsync(connection, careful: false, stopping);
            }
            catch (PostgresException held) when (held.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                _careful = true;
            }
        }

        var kept = await Now.WriteAsync(connection, careful: true, stopping);
        _careful = kept.Count < Now.Jobs.Count;
        return kept;
    }

    static Task Nothing(Task writing, List<Incoming> held) => Task.CompletedTask;

    async Task FoldAheadAsync(Task writing, List<Incoming> held)
    {
        _behind.Clear();
        // Waking for each would cost more than it gains: half of what came for this batch is worth it.
        var crowd = 1 + (Now.Taken.Count / 2);
        while (!writing.IsCompleted && IsRoomAhead(held))
        {
            await Task.WhenAny(writing, intake.WhenWaiting(crowd));
            while (!writing.IsCompleted && IsRoomAhead(held) && intake.Queue.TryRead(out var incoming))
            {
                FoldAhead(incoming, held);
            }
        }
    }

    bool IsRoomAhead(List<Incoming> held) => Next.Taken.Count + held.Count < Largest;

    // Signals of a job stay in their order: behind one that has to wait, all of its job wait.
    void FoldAhead(Incoming incoming, List<Incoming> held)
    {
        try
        {
            if (!_behind.Contains(incoming.JobId) && Next.TryFold(incoming, Now))
            {
                return;
            }
        }
        catch (Exception)
        {
            // It will fail again, alone, when the batch before it is written.
            Next.TakeBack(incoming.JobId, held);
        }

        _behind.Add(incoming.JobId);
        held.Add(incoming);
    }

    void Settle(List<Incoming> held, HashSet<Guid> kept)
    {
        List<Incoming>? again = null;
        foreach (var incoming in Now.Taken)
        {
            if (kept.Contains(incoming.JobId))
            {
                answers.Add(incoming, Answer.Recorded);
            }
            else if (Now.IsUnknown(incoming.JobId))
            {
                answers.Add(incoming, Answer.UnknownJob);
            }
            else
            {
                (again ??= []).Add(incoming);
            }
        }

        foreach (var work in Now.Jobs)
        {
            if (kept.Contains(work.JobId))
            {
                _cache.Keep(work.After);
                trim.Note(work.JobId, work.Before.State.SignalCount, work.State.SignalCount);
            }
            else
            {
                _cache.Forget(work.JobId);
                Next.TakeBack(work.JobId, again!);
            }
        }

        if (again is not null)
        {
            held.InsertRange(0, again);
        }
    }

    async Task KeepPartitionsAsync(CancellationToken stopping)
    {
        await Partitions.KeepAsync(database, Now.Taken[0].ReceivedAt, stopping);
        // A run belongs to the week of its making, which may be gone when it ends at last.
        var days = new HashSet<DateTime>();
        foreach (var work in Now.Jobs)
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

    // What cannot be decided or written for one job must not take the others with it: halves are tried until the culprit stands alone.
    async Task HalveAsync(List<Incoming> held, Exception error, CancellationToken stopping)
    {
        _cache.Clear();
        var all = Now.TakeBack();
        var half = all.Length / 2;
        if (half == 0)
        {
            log.SignalRefused(error, all[0].JobId);
            answers.Add(all[0], Answer.Unavailable);
            return;
        }

        await WriteHalfAsync(all[..half], held, stopping);
        await WriteHalfAsync(all[half..], held, stopping);
    }

    async Task WriteHalfAsync(Incoming[] half, List<Incoming> held, CancellationToken stopping)
    {
        Now.Clear();
        try
        {
            await WriteOnceAsync(half, held, Nothing, stopping);
        }
        catch (Exception error) when (CanBeHalved(error))
        {
            await HalveAsync(held, error, stopping);
        }
    }

    bool CanBeHalved(Exception error) => IsAboutOneJob(error) && _connection is { FullState: ConnectionState.Open };

    // Classes 22 and 23: what was to be written is wrong. All others of the database and the connection are about all of them.
    static bool IsAboutOneJob(Exception error) => error switch
    {
        PostgresException refused => refused.SqlState[..2] is "22" or "23",
        NpgsqlException or TimeoutException or OperationCanceledException => false,
        _ => true,
    };
}
