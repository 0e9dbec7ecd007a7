select job_id, run_id, rid, started_at, last_sign_at, mark
from active_run
where job_id = any(@job_ids)
order by job_id, run_id
