insert into alert (
    id, project_id, job_id, state, class, severity, reason, missed_count, run_id, signal_id, unconfirmed,
    opened_at, updated_at, acknowledged_at, acknowledged_by, note, resolved_at, resolved_by, resolution
)
select * from unnest(
    @ids, @projects, @jobs, @states, @classes, @severities, @reasons, @missed_counts, @runs, @signals, @unconfirmed,
    @opened, @updated, @acknowledged, @acknowledged_by, @notes, @resolved, @resolved_by, @resolutions
)
