select a.id, a.job_id, coalesce(j.service, ''), coalesce(j.name, 'deleted job'), coalesce(j.environment, ''), a.state, a.class, a.severity,
       a.reason, a.missed_count, a.unconfirmed, a.opened_at, a.acknowledged_at, a.acknowledged_by, a.note, a.resolved_at,
       a.resolved_by, a.resolution, coalesce(n.told, 0), coalesce(n.untold, 0)
from (
    select a.*
    from alert a
    left join job j on j.id = a.job_id
    where a.project_id = @project and a.state = 'resolved'
      and (@before::uuid is null or (a.opened_at, a.id) < ((select opened_at from alert where project_id = @project and id = @before), @before))
      and (@severity::text is null or a.severity = @severity)
  and (@service::text is null or j.service = @service)
  and (@text::text is null or position(lower(@text) in lower(coalesce(j.service || '/' || j.name, '') || ' ' || a.reason)) > 0)
    order by a.opened_at desc, a.id desc
    limit @limit
) as a
left join job j on j.id = a.job_id
left join lateral (
    select count(*) filter (where state = 'delivered')::int as told,
           count(*) filter (where state = 'given_up' or (state = 'pending' and attempts > 0))::int as untold
    from notification
    where alert_id = a.id
) as n on true
order by a.opened_at desc, a.id desc
