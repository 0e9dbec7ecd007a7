-- A run's id ends like that of its job. The limit keeps the planner from walking through all runs.
select r.job_id, r.id
from unnest(@ids) as x (id)
join job j on j.project_id = @project and right(j.id::text, 8) = right(x.id::text, 8)
cross join lateral (
    select r.job_id, r.id from any_run r
    where r.job_id = j.id and r.id = x.id and r.project_id = @project and (@states::smallint[] is null or r.state = any(@states))
    limit 1
) r
where (r.job_id, r.id) > (@done_job, @done_run)
