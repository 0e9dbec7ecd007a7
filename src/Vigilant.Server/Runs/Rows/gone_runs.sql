gone as (
    delete from active_run a
    using unnest(@gone_id, @gone_job) as x (run_id, job_id)
    where (x.job_id in (select k.job_id from kept k)) is true and a.run_id = x.run_id
    returning a.run_id, a.progress, a.details
)
