using Vigilant.Domain.Runs;

namespace Vigilant.Server.Runs.Rows;

/// <summary>What is written of a job's state.</summary>
sealed class JobRows(Columns columns)
{
    readonly List<Guid> _jobIds = columns.Add<Guid>("job_ids");
    readonly List<long> _expected = columns.Add<long>("expected");
    readonly List<DateTimeOffset?> _armedAt = columns.Add<DateTimeOffset?>("armed_at");
    readonly List<long> _signalCount = columns.Add<long>("signal_count");
    readonly List<DateTimeOffset?> _lastSignalAt = columns.Add<DateTimeOffset?>("last_signal_at");
    readonly List<short> _lastOutcome = columns.Add<short>("last_outcome");
    readonly List<DateTimeOffset?> _lastOutcomeAt = columns.Add<DateTimeOffset?>("last_outcome_at");
    readonly List<DateTimeOffset?> _lastSuccessAt = columns.Add<DateTimeOffset?>("last_success_at");
    readonly List<int> _missedCount = columns.Add<int>("missed_count");
    readonly List<DateTimeOffset?> _missedSince = columns.Add<DateTimeOffset?>("missed_since");
    readonly List<DateTimeOffset?> _slotsUntil = columns.Add<DateTimeOffset?>("slots_until");
    readonly List<int> _activeCount = columns.Add<int>("active_count");
    readonly List<short> _colour = columns.Add<short>("colour");
    readonly List<string> _reason = columns.Add<string>("reason");
    readonly List<DateTimeOffset> _since = columns.Add<DateTimeOffset>("since");
    readonly List<short> _problem = columns.Add<short>("problem");
    readonly List<DateTimeOffset?> _dueAt = columns.Add<DateTimeOffset?>("due_at");
    readonly List<DateTimeOffset?> _deadlineAt = columns.Add<DateTimeOffset?>("deadline_at");
    readonly List<DateTimeOffset?> _alarmAt = columns.Add<DateTimeOffset?>("alarm_at");
    readonly List<byte[]> _strip = columns.Add<byte[]>("strip");

    public void Add(CachedJob before, JobState after)
    {
        _jobIds.Add(before.JobId);
        _expected.Add(before.Version);
        _armedAt.Add(after.ArmedAt);
        _signalCount.Add(after.SignalCount);
        _lastSignalAt.Add(after.LastSignalAt);
        _lastOutcome.Add((short)after.LastOutcome);
        _lastOutcomeAt.Add(after.LastOutcomeAt);
        _lastSuccessAt.Add(after.LastSuccessAt);
        _missedCount.Add(after.MissedCount);
        _missedSince.Add(after.MissedSince);
        _slotsUntil.Add(after.SlotsUntil);
        _activeCount.Add(after.Active.Length);
        _colour.Add((short)after.Health.Colour);
        _reason.Add(after.Health.Reason);
        _since.Add(after.Health.Since);
        _problem.Add((short)after.Problem);
        _dueAt.Add(after.DueAt);
        _deadlineAt.Add(after.DeadlineAt);
        _alarmAt.Add(after.AlarmAt);
        _strip.Add(after.Strip.States);
    }
}
