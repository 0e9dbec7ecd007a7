select
    r.id, coalesce(r.ended_at, to_timestamp(0)), r.state, coalesce(r.details @> '{"retry_requested": {"answered": false}}', false)
from unnest(@jobs, @names) as w (job_id, id)
join run r on r.job_id = w.job_id and r.id = w.id
