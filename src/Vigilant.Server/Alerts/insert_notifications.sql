insert into notification (id, project_id, channel_id, alert_id, job_id, event, content, created_at, due_at)
select c.*, c.created_at
from unnest(@ids, @projects, @channels, @alerts, @jobs, @events, @contents, @created)
    as c (id, project_id, channel_id, alert_id, job_id, event, content, created_at)
