using Npgsql;
using NpgsqlTypes;
using Vigilant.Server.Runs.Rows;

namespace Vigilant.Server.Runs;

/// <summary>
/// What one statement writes: the new states of some jobs and everything that follows from them. It is filled job by job, sent,
/// and used again. A statement has a part for each table, and tables that get no row are left out of it: a part costs even when it
/// is empty.
/// </summary>
sealed class Batch : IDisposable
{
    readonly JobRows _jobs = new();
    readonly PlainRunRows _plainRuns = new();
    readonly NewRunRows _newRuns = new();
    readonly OtherSignalRows _signals = new();
    readonly EndedRunRows _endedRuns = new();
    readonly ActiveRunRows _active = new();
    readonly GoneRunRows _gone = new();
    readonly KeyRows _keys = new();
    readonly RetriedRunRows _retried = new();
    readonly DroppedRunRows _dropped = new();
    readonly KeepRows _keeps = new();
    readonly SlotRows _slots = new();
    readonly VerdictRows _verdicts = new();
    readonly TallyRows _tallies = new();

    // What is written together comes and goes together: so there are few statements, and the connection keeps each prepared.
    readonly IBatchRows[][] _groups;
    readonly Dictionary<int, NpgsqlCommand> _commands = [];
    readonly List<NpgsqlParameter<bool>> _careful = [];

    public Batch()
    {
        _groups =
        [
            [_plainRuns], [_newRuns], [_gone, _endedRuns, _active, _signals, _keys], [_dropped], [_keeps], [_slots], [_verdicts], [_retried],
            [_tallies],
        ];
    }

    public void AddJob(JobWork work)
    {
        var (project, job) = (work.Before.ProjectId, work.JobId);
        if (work.CountRuns() is { } full)
        {
            _tallies.Add((project, job, full));
        }

        _jobs.Add((work.Before, work.State));
        foreach (var run in work.NewRuns)
        {
            (PlainRunRows.Takes(run) ? (BatchRows<(Guid, Guid, RunRow)>)_plainRuns : _newRuns).Add((project, job, run));
        }

        foreach (var (signal, run) in work.OtherSignals)
        {
            if (run is not { } of || !work.DroppedRuns.Contains(of))
            {
                _signals.Add((project, signal, run));
            }
        }

        foreach (var run in work.DroppedRuns)
        {
            _dropped.Add((job, run));
        }

        foreach (var (run, until) in work.Keeps)
        {
            _keeps.Add((project, job, run, until));
        }

        foreach (var end in work.EndedRuns)
        {
            _endedRuns.Add((project, job, end, work.DetailsOf(end.Run.Id)));
        }

        foreach (var run in work.GoneRuns)
        {
            _gone.Add((job, run));
        }

        foreach (var run in work.ActiveRuns)
        {
            _active.Add((project, job, run, work.DetailsOf(run.Id)));
        }

        foreach (var (rid, run) in work.Keys)
        {
            _keys.Add((project, job, rid, run));
        }

        foreach (var (tried, run) in work.Retries)
        {
            _retried.Add((job, tried, run));
        }

        foreach (var (slot, at) in work.Slots)
        {
            _slots.Add((project, job, slot, at));
        }

        foreach (var (verdict, state, at) in work.Verdicts)
        {
            _verdicts.Add((project, job, verdict, state, at));
        }
    }

    /// <summary>Writes what holds and returns its jobs; what is missing was locked by another or decided on an older state.</summary>
    /// <param name="careful">Pass over jobs that another holds, instead of waiting a moment and failing.</param>
    public async Task<HashSet<Guid>> WriteAsync(
        NpgsqlConnection connection, bool careful, bool prepare, CancellationToken stopping)
    {
        var command = Command();
        _careful.ForEach(parameter => parameter.TypedValue = careful);
        if (command.Connection != connection)
        {
            command.Connection = connection;
            if (prepare)
            {
                await command.PrepareAsync(stopping);
            }
        }

        var kept = new HashSet<Guid>(_jobs.Count);
        await using var reader = await command.ExecuteReaderAsync(stopping);
        while (await reader.ReadAsync(stopping))
        {
            kept.Add(reader.GetGuid(0));
        }

        return kept;
    }

    public void Clear()
    {
        _jobs.Clear();
        foreach (var rows in _groups.SelectMany(group => group))
        {
            rows.Clear();
        }
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }
    }

    NpgsqlCommand Command()
    {
        var which = 0;
        for (var group = 0; group < _groups.Length; group++)
        {
            which |= Array.Exists(_groups[group], rows => rows.Count > 0) ? 1 << group : 0;
        }

        return _commands.TryGetValue(which, out var known) ? known : _commands[which] = Make(which);
    }

    // One statement is one transaction: what was decided on a state is written where that state still holds, or not at all. Update
    // and inserts as two statements would commit half-truths, because the second could not see which rows the first refused.
    NpgsqlCommand Make(int which)
    {
        IBatchRows[] rows = [_jobs, .. _groups.Where((_, group) => (which & (1 << group)) != 0).SelectMany(group => group)];
        var command = new NpgsqlCommand($"with {string.Join(",\n", rows.Select(one => one.Part))}\nselect job_id from kept");
        command.Parameters.AddRange(rows.SelectMany(one => one.MakeParameters()).ToArray());
        var careful = new NpgsqlParameter<bool>("careful", NpgsqlDbType.Boolean);
        _careful.Add(careful);
        command.Parameters.Add(careful);
        return command;
    }
}
