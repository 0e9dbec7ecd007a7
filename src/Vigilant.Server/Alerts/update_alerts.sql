update alert a
set state = c.state,
    class = c.class,
    severity = c.severity,
    reason = c.reason,
    missed_count = c.missed_count,
    run_id = c.run_id,
    signal_id = c.signal_id,
    unconfirmed = c.unconfirmed,
    updated_at = c.updated_at,
    acknowledged_at = c.acknowledged_at,
    acknowledged_by = c.acknowledged_by,
    note = c.note,
    resolved_at = c.resolved_at,
    resolved_by = c.resolved_by,
    resolution = c.resolution
from unnest(
    @ids, @projects, @jobs, @states, @classes, @severities, @reasons, @missed_counts, @runs, @signals, @unconfirmed,
    @opened, @updated, @acknowledged, @acknowledged_by, @notes, @resolved, @resolved_by, @resolutions
) as c (
    id, project_id, job_id, state, class, severity, reason, missed_count, run_id, signal_id, unconfirmed,
    opened_at, updated_at, acknowledged_at, acknowledged_by, note, resolved_at, resolved_by, resolution
)
where a.id = c.id and a.state <> 'resolved'
