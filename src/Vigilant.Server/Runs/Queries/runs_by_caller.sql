select {columns}
from any_run r
join job j on j.id = r.job_id
where hashtext(r.rid) = hashtext(@caller_id) and {conditions}
order by r.id desc
limit @limit
