select a.id, a.job_id, coalesce(j.service, ''), coalesce(j.name, 'deleted job'), coalesce(j.environment, ''), a.state, a.class, a.severity,
       a.reason, a.missed_count, a.unconfirmed, a.opened_at, a.acknowledged_at, a.acknowledged_by, a.note, a.resolved_at,
       a.resolved_by, a.resolution, coalesce(n.told, 0), coalesce(n.untold, 0)
from alert a
left join job j on j.id = a.job_id
left join lateral (
    select count(*) filter (where state = 'delivered')::int as told,
           count(*) filter (where state = 'given_up' or (state = 'pending' and attempts > 0))::int as untold
    from notification
    where alert_id = a.id
) as n on true
where a.project_id = @project and a.id = @alert
