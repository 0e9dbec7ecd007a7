select {columns}
from any_run r
join job j on j.id = r.job_id
where r.id = @id and r.project_id = @project
    and r.job_id in (
        select a.job_id from active_run a where a.run_id = @id
        union all
        select job.id from job where right(job.id::text, 8) = right(@id::text, 8))
