active as (
    insert into active_run (
        run_id, job_id, project_id, rid, state, queued_at, started_at, kill_requested_at, last_sign_at, mark, attempt, named, progress, details, tracking)
    select
        x.run_id, x.job_id, x.project_id, x.rid, x.state, x.queued_at, x.started_at, x.kill_requested_at, x.last_sign_at, x.mark,
        x.attempt, x.named, x.progress, x.details, x.tracking
    from unnest(
        @active_id, @active_job, @active_project, @active_rid, @active_state, @active_queued, @active_started, @active_kill, @active_sign,
        @active_mark, @active_attempt, @active_named, @active_progress, @active_details::jsonb[], @active_tracking)
    as x (
        run_id, job_id, project_id, rid, state, queued_at, started_at, kill_requested_at, last_sign_at, mark, attempt, named, progress, details,
        tracking)
    where (x.job_id in (select k.job_id from kept k)) is true
    on conflict (run_id) do update set
        state = excluded.state, queued_at = excluded.queued_at, started_at = excluded.started_at,
        kill_requested_at = excluded.kill_requested_at, last_sign_at = excluded.last_sign_at, mark = excluded.mark,
        attempt = excluded.attempt, tracking = excluded.tracking, progress = coalesce(excluded.progress, active_run.progress),
        details = merge_details(active_run.details, excluded.details)
)
