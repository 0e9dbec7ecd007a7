-- The id of a run ends like that of its job, so the few jobs that may have it are known.
select a.job_id, a.state from active_run a where a.run_id = @run and a.project_id = @project
union all
select r.job_id, r.state
from job j
join run r on r.job_id = j.id and r.id = @run
where right(j.id::text, 8) = right(@run::text, 8) and j.project_id = @project
limit 1
