-- Of the runs of a chunk, those that are there, and whether the filter still means each.
select r.job_id, r.id, r.state in (0, 5, 6) as active, ({conditions}) is true as matches
from unnest(@chunk_jobs, @chunk_runs) as c (job_id, id)
cross join lateral (select * from any_run one where one.job_id = c.job_id and one.id = c.id limit 1) r
