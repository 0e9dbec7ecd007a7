keeps as (
    insert into run_keep (run_id, job_id, project_id, keep_until)
    select x.run_id, x.job_id, x.project_id, x.keep_until
    from unnest(@keep_run, @keep_job, @keep_project, @keep_until) as x (run_id, job_id, project_id, keep_until)
    where (x.job_id in (select k.job_id from kept k)) is true
    on conflict (run_id) do update set keep_until = excluded.keep_until
)
