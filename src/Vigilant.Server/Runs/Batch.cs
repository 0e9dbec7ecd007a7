using Npgsql;
using NpgsqlTypes;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;
using Vigilant.Server.Runs.Rows;

namespace Vigilant.Server.Runs;

/// <summary>
/// What one statement writes: the new states of some jobs and everything that follows from them. It is filled job by job, sent,
/// and used again.
/// </summary>
sealed class Batch : IDisposable
{
    static readonly string Text = Sql.Of<Batch>("write_batch.sql");

    readonly NpgsqlCommand _command = new(Text);
    readonly Columns _columns;
    readonly NpgsqlParameter<bool> _careful = new("careful", NpgsqlDbType.Boolean);
    readonly NpgsqlParameter _endLeast = new("end_least", NpgsqlDbType.Uuid);
    readonly NpgsqlParameter _endMost = new("end_most", NpgsqlDbType.Uuid);
    readonly JobRows _jobs;
    readonly SignalRows _signals;
    readonly NewRunRows _newRuns;
    readonly EndedRunRows _endedRuns;
    readonly ActiveRunRows _active;
    readonly GoneRunRows _gone;
    readonly SlotRows _slots;
    readonly KeyRows _keys;
    readonly VerdictRows _verdicts;

    public Batch()
    {
        _columns = new Columns(_command);
        _jobs = new JobRows(_columns);
        _signals = new SignalRows(_columns);
        _newRuns = new NewRunRows(_columns);
        _endedRuns = new EndedRunRows(_columns);
        _active = new ActiveRunRows(_columns);
        _gone = new GoneRunRows(_columns);
        _slots = new SlotRows(_columns);
        _keys = new KeyRows(_columns);
        _verdicts = new VerdictRows(_columns);
        _command.Parameters.Add(_careful);
        _command.Parameters.Add(_endLeast);
        _command.Parameters.Add(_endMost);
    }

    public void AddSignal(Guid project, IncomingSignal signal, Guid? run) => _signals.Add(project, signal, run);

    public void AddJob(JobWork work)
    {
        _jobs.Add(work.Before, work.State);
        var (project, job) = (work.Before.ProjectId, work.JobId);
        foreach (var run in work.NewRuns)
        {
            _newRuns.Add(project, job, run);
        }

        foreach (var run in work.EndedRuns)
        {
            _endedRuns.Add(job, run);
            _gone.Add(job, run.Id);
        }

        foreach (var run in work.ActiveRuns)
        {
            _active.Add(project, job, run);
        }

        foreach (var (slot, at) in work.Slots)
        {
            _slots.Add(project, job, slot, at);
        }

        foreach (var (rid, run) in work.Keys)
        {
            _keys.Add(project, job, rid, run);
        }

        foreach (var (verdict, state, at) in work.Verdicts)
        {
            _verdicts.Add(project, job, verdict, state, at);
        }
    }

    /// <summary>Writes what holds and returns its jobs; what is missing was locked by another or decided on an older state.</summary>
    /// <param name="careful">Pass over jobs that another holds, instead of waiting a moment and failing.</param>
    public async Task<HashSet<Guid>> WriteAsync(
        NpgsqlConnection connection, bool careful, bool prepare, CancellationToken stopping)
    {
        _careful.TypedValue = careful;
        BoundRuns();
        if (_command.Connection != connection)
        {
            _command.Connection = connection;
            if (prepare)
            {
                await _command.PrepareAsync(stopping);
            }
        }

        var kept = new HashSet<Guid>();
        await using var reader = await _command.ExecuteReaderAsync(stopping);
        while (await reader.ReadAsync(stopping))
        {
            kept.Add(reader.GetGuid(0));
        }

        return kept;
    }

    public void Clear() => _columns.Clear();

    public void Dispose() => _command.Dispose();

    // Runs are partitioned by id: without a bound the statement would open every partition there is.
    void BoundRuns()
    {
        var ids = _endedRuns.Ids;
        _endLeast.Value = ids.Count == 0 ? Guid.Empty : ids.Min(ByteOrder.Comparer);
        _endMost.Value = ids.Count == 0 ? Guid.Empty : ids.Max(ByteOrder.Comparer);
    }
}
