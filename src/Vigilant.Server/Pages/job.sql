select j.id, j.service, j.name, j.environment, s.colour, s.reason, s.since, s.active_count > 0,
       coalesce(s.due_at <= @now and @now < s.deadline_at, false), s.strip, s.last_signal_at, s.due_at, s.deadline_at,
       j.schedule is not null, j.labels,
       j.slug, (select ping_key from project where id = @project), j.schedule, j.timezone, j.grace_seconds, j.early_seconds,
       j.max_runtime_seconds, j.heartbeat_seconds, j.severity, j.description, j.runbook_url, j.enabled, j.channels, j.created_at,
       s.signal_count, s.last_success_at, s.missed_count, s.missed_since,
       p.paused_at, p.paused_by, p.why, p.until,
       j.max_wait_seconds, j.progress_seconds, j.min_runtime_seconds, j.partial_tolerance
from job j
join job_state s on s.job_id = j.id
left join job_pause p on p.job_id = j.id and (p.until is null or p.until > @now)
where j.project_id = @project and j.id = @job
