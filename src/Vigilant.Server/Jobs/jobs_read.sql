select j.id, j.environment, j.service, j.name, j.slug, j.schedule, j.timezone, j.grace_seconds, j.early_seconds,
       j.max_runtime_seconds, j.heartbeat_seconds, j.severity, j.labels::text, j.description, j.runbook_url, j.enabled,
       j.channels, j.created_at, j.updated_at,
       s.colour, s.reason, s.since, s.signal_count, s.last_signal_at, s.due_at, s.deadline_at,
       p.paused_by, p.why, p.paused_at, p.until,
       j.max_wait_seconds, j.progress_seconds, j.min_runtime_seconds, j.partial_tolerance, j.tracking, j.retention::text
from job j
join job_state s on s.job_id = j.id
left join job_pause p on p.job_id = j.id
where j.project_id = @project
  and (@service is null or j.service = @service)
  and (@environment is null or j.environment = @environment)
  and (@name is null or j.name = @name)
  and (@id is null or j.id = @id)
  and (@colours is null or s.colour = any (@colours))
  and (@labels is null or j.labels @> @labels)
  and (@text is null or j.name ilike @text or j.service ilike @text or j.slug ilike @text or j.description ilike @text)
  and (@behind_id is null or (j.service, j.name, j.id) > (@behind_service, @behind_name, @behind_id))
order by j.service, j.name, j.id
limit @limit
