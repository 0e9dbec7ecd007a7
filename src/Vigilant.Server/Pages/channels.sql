-- An address can hold a secret, so only its scheme and host are read.
select c.id, c.name, c.kind,
       coalesce(substring(c.settings ->> 'url' from '^[a-z]+://(?:[^/?#]*@)?([^/?#]+)'), c.settings ->> 'to', ''),
       c.fallback, c.enabled, c.failing_since, c.last_error, c.disabled_why, n.event, n.state, coalesce(n.delivered_at, n.created_at)
from channel c
left join lateral (
    select event, state, delivered_at, created_at
    from notification
    where project_id = @project and channel_id = c.id
    order by created_at desc
    limit 1
) as n on true
where c.project_id = @project
order by c.name
