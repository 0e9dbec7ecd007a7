select job_id, run_id, rid, state, queued_at, started_at, kill_requested_at, last_sign_at, mark, attempt, named, tracking
from active_run
where job_id = any(@job_ids)
order by job_id, run_id
