-- Of a body only its start is read; the whole has an address of its own.
select id, kind, received_at, sent_at, exit_status, sender, rid, body_size, substring(body from 1 for 4000)
from signal
where project_id = @project and job_id = @job
order by id desc
limit 20
