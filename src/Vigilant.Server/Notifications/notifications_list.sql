select
    n.id, n.event, n.state, n.channel_id, channel.name, n.alert_id, n.job_id, n.created_at, n.due_at, n.delivered_at,
    n.attempts, n.last_status, n.last_error
from notification n
left join channel on channel.id = n.channel_id
where n.project_id = @project_id
  and (@id::uuid is null or n.id = @id)
  and (@alert_id::uuid is null or n.alert_id = @alert_id)
  and (@channel_id::uuid is null or n.channel_id = @channel_id)
  and (@state::text is null or n.state = @state)
  and (@before_at::timestamptz is null or (n.created_at, n.id) < (@before_at, @before_id))
order by n.created_at desc, n.id desc
limit @limit
