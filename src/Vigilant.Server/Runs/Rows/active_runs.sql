active as (
    insert into active_run (run_id, job_id, project_id, rid, started_at, last_sign_at, mark)
    select x.run_id, x.job_id, x.project_id, x.rid, x.started_at, x.last_sign_at, x.mark
    from unnest(@active_id, @active_job, @active_project, @active_rid, @active_started, @active_sign, @active_mark)
        as x (run_id, job_id, project_id, rid, started_at, last_sign_at, mark)
    where (x.job_id in (select k.job_id from kept k)) is true
    on conflict (run_id) do update set last_sign_at = excluded.last_sign_at, mark = excluded.mark
)
