active as (
    insert into active_run (
        run_id, job_id, project_id, rid, state, queued_at, started_at, kill_requested_at, last_sign_at, mark, attempt, named, progress, progress_at,
        details, tracking)
    select
        x.run_id, x.job_id, x.project_id, x.rid, x.state, x.queued_at, x.started_at, x.kill_requested_at, x.last_sign_at, x.mark,
        x.attempt, x.named, x.progress, x.progress_at, x.details, x.tracking
    from (
        select
            unnest(@active_id) as run_id, unnest(@active_job) as job_id, unnest(@active_project) as project_id,
            unnest(@active_rid) as rid, unnest(@active_state) as state, unnest(@active_queued) as queued_at,
            unnest(@active_started) as started_at, unnest(@active_kill) as kill_requested_at,
            unnest(@active_sign) as last_sign_at, unnest(@active_mark) as mark, unnest(@active_attempt) as attempt,
            unnest(@active_named) as named, unnest(@active_progress) as progress,
            unnest(@active_progress_at) as progress_at,
            unnest(@active_details::jsonb[]) as details, unnest(@active_tracking) as tracking
    ) x
    where (x.job_id in (select k.job_id from kept k)) is true
    on conflict (run_id) do update set
        state = excluded.state, queued_at = excluded.queued_at, started_at = excluded.started_at,
        kill_requested_at = excluded.kill_requested_at, last_sign_at = excluded.last_sign_at, mark = excluded.mark,
        attempt = excluded.attempt, tracking = excluded.tracking, progress = coalesce(excluded.progress, active_run.progress),
        progress_at = excluded.progress_at,
        details = merge_details(active_run.details, excluded.details)
)
