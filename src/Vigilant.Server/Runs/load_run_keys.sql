select k.job_id, k.rid, k.run_id, k.ended_at, k.state, k.removed_at
from unnest(@jobs, @names) as w (job_id, rid)
join run_key k on k.job_id = w.job_id and k.rid = w.rid
