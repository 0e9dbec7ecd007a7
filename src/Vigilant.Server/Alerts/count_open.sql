select count(*) filter (where state = 'firing') as firing, count(*) filter (where state = 'acknowledged') as acknowledged
from alert
where project_id = @project and state <> 'resolved'
