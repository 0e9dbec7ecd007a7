select n.id, coalesce(c.name, 'deleted channel'), coalesce(c.kind, ''), n.event, n.state, n.created_at, n.due_at, n.attempts,
       n.delivered_at, n.last_status, n.last_error
from notification n
left join channel c on c.id = n.channel_id
where n.project_id = @project and n.alert_id = @alert
order by n.created_at, n.id
limit 200
