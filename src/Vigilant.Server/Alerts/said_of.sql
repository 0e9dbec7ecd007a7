-- What was said when the alert fired: all that is left to say about a job that is gone.
select distinct on (n.alert_id) n.alert_id, n.content::text as content
from notification n
where n.alert_id = any (@alerts) and n.event = 'firing'
order by n.alert_id, n.created_at
