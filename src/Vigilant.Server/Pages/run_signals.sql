-- Ids are time: what was said of the run lies between its making and its end.
select id, kind, received_at, sent_at, exit_status, sender, rid, body_size, substring(body from 1 for 4000)
from signal
where project_id = @project and job_id = @job and run_id = @run and id >= @run and id <= @last
order by id desc
limit 50
