select id, state, rid, started_at, ended_at, slot_at, exit_status, reason, coalesce(mark, 0::smallint)
from run
where project_id = @project and job_id = @job and state <> 0
order by id desc
limit 20
