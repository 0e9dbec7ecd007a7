with page as (
    select r.job_id, r.id from any_run r
    where r.job_id = @job and r.id > @after and r.id <= @until and {conditions}
    order by r.id
    limit @limit
)
select job_id, id from page where (job_id, id) > (@done_job, @done_run)
