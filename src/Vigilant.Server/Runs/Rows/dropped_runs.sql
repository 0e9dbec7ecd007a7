-- What was kept of them while nobody knew how they would end.
dropped as (
    select x.job_id, x.run_id
    from unnest(@dropped_job, @dropped_id) as x (job_id, run_id)
    where (x.job_id in (select k.job_id from kept k)) is true
),
dropped_signals as (
    delete from other_signal s
    using dropped d
    where s.job_id = d.job_id and s.id >= d.run_id and s.run_id = d.run_id
),
dropped_keeps as (
    delete from run_keep k using dropped d where k.run_id = d.run_id
)
