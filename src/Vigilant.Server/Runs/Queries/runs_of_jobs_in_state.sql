select {columns}
from (
    select r.job_id, r.id
    from unnest(@each_job::uuid[]) as one (job_id)
    cross join lateral (
        select r.job_id, r.id from any_run r
        where r.job_id = one.job_id and r.state = any(@states) {bounds}
        order by r.id desc
        limit @limit
    ) r
    order by r.id desc
    limit @limit
) as wanted
join any_run r on r.job_id = wanted.job_id and r.id = wanted.id
join job j on j.id = r.job_id
order by r.id desc
