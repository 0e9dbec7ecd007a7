select run_id, rid, started_at, last_sign_at, mark
from active_run
where project_id = @project and job_id = @job
order by started_at
limit 50
