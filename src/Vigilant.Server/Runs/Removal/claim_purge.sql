-- Claimed for as long as one job may take; who claims and dies leaves it to the next after that.
update run_purge p set due_at = @again
from job j
where j.id = p.job_id
    and p.job_id = (select job_id from run_purge where due_at <= @now order by due_at limit 1 for update skip locked)
returning
    p.job_id, p.project_id, p.due_at, p.anew_at, p.purged::text, j.retention::text,
    (select rules::text from retention r where r.project_id = p.project_id and r.service = j.service),
    (select rules::text from retention r where r.project_id = p.project_id and r.service = '')
