-- What has a start comes first, what waits for one in the order in which it waits.
select run_id, rid, started_at, last_sign_at, mark, queued_at, progress, progress_at
from active_run
where project_id = @project and job_id = @job
order by started_at, queued_at, run_id
limit 50
