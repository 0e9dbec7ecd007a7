select
    k.job_id, k.rid, k.run_id, k.ended_at, k.state, coalesce((
        select r.details @> '{"retry_requested": {"answered": false}}' from run r where r.job_id = k.job_id and r.id = k.run_id), false),
    k.removed_at
from unnest(@jobs, @names) as w (job_id, rid)
join run_key k on k.job_id = w.job_id and k.rid = w.rid
