-- The next runs that match, in the order of their making; they are then taken job by job, so that few rows of job_state are held at once.
with page as (
    select r.job_id, r.id
    from unnest(@states::smallint[]) as wanted (state)
    cross join lateral (
        select r.job_id, r.id from any_run r
        where r.state = wanted.state and r.id > @after and r.id <= @until and {conditions}
        order by r.id
        limit @limit
    ) r
    order by r.id
    limit @limit
)
select job_id, id from page where (job_id, id) > (@done_job, @done_run)
