select j.job_id, r.state, r.started_at, r.ended_at, r.exit_status
from unnest(@jobs) as j (job_id)
cross join lateral (
    select id, state, started_at, ended_at, exit_status
    from run
    where run.job_id = j.job_id
    order by id desc
    limit 10
) r
order by j.job_id, r.id desc
