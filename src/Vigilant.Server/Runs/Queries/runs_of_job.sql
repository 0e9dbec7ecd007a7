select {columns}
from any_run r
join job j on j.id = r.job_id
where r.job_id = @job and {conditions}
order by r.id desc
limit @limit
