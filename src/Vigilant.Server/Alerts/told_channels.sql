-- A channel that was switched off since still hears the end of what it heard begin.
select n.alert_id, n.channel_id, max(n.created_at) as told_at
from notification n
join channel c on c.id = n.channel_id
where n.alert_id = any (@alerts) and n.event = 'firing' and n.state <> 'given_up'
group by n.alert_id, n.channel_id
order by n.alert_id, n.channel_id
