select a.id, coalesce(j.service || '/' || j.name, '(deleted)') as job, a.job_id, coalesce(j.environment, '') as environment, a.state,
    a.class, a.severity, a.reason, a.opened_at, a.updated_at, a.missed_count, a.unconfirmed, a.acknowledged_at, a.acknowledged_by,
    a.note, a.resolved_at, a.resolved_by, a.resolution
from alert a
left join job j on j.id = a.job_id
where a.project_id = @project and a.id = @alert
