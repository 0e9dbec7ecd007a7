select {columns}
from any_run r
join job j on j.id = r.job_id
where {conditions}
order by r.id desc
limit @limit
