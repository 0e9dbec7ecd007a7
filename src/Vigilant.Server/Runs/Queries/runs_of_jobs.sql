select {columns}
from unnest(@each_job::uuid[]) as wanted (job_id)
cross join lateral (
    select * from any_run r
    where r.job_id = wanted.job_id and {conditions}
    order by r.id desc
    limit @limit
) r
join job j on j.id = r.job_id
order by r.id desc
limit @limit
