-- A run is found by its id and its job, whose id it ends like; the bounds leave out partitions.
select wanted.id, run.error
from unnest(@ids::uuid[]) as wanted (id)
join job on right(job.id::text, 8) = right(wanted.id::text, 8) and job.project_id = @project
cross join lateral (
    select r.details #>> '{errors,-1,error}' as error
    from run r
    where r.job_id = job.id and r.id = wanted.id and r.id between @least and @most and r.project_id = @project
    limit 1
) as run
where run.error is not null
