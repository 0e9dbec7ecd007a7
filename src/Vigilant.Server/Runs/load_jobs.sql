-- The version is read first: whoever changes runs or slots afterwards bumps it, and the guarded write then refuses what was
-- decided on the older state.
select
    s.job_id, s.project_id, s.version, s.armed_at, s.signal_count, s.last_signal_at, s.last_outcome, s.last_outcome_at,
    s.last_success_at, s.missed_count, s.missed_since, s.slots_until, s.colour, s.reason, s.since, s.problem,
    s.due_at, s.deadline_at, s.alarm_at, s.strip,
    j.schedule, j.timezone, j.grace_seconds, j.early_seconds, j.max_runtime_seconds, j.heartbeat_seconds, j.enabled,
    p.job_id is not null as paused, p.until, p.paused_by, p.why,
    s.active_count, s.tally,
    j.max_wait_seconds, j.progress_seconds, j.min_runtime_seconds, j.partial_tolerance, j.tracking
from job_state s
join job j on j.id = s.job_id
left join job_pause p on p.job_id = s.job_id
where s.job_id = any(@job_ids)
