-- What was kept of a run while it was in progress moves with it.
ended_runs as (
    insert into run (
        id, project_id, job_id, rid, state, queued_at, started_at, ended_at, kill_requested_at, slot_at, exit_status, reason, attempt,
        progress, details, marks, mark)
    select
        x.id, x.project_id, x.job_id, x.rid, x.state, x.queued_at, x.started_at, x.ended_at, x.kill_requested_at, x.slot_at,
        x.exit_status, x.reason, x.attempt, coalesce(x.progress, g.progress), d.details, marks_of(d.details), x.mark
    from unnest(
        @end_id, @end_project, @end_job, @end_rid, @end_state, @end_queued, @end_started, @end_at, @end_kill, @end_slot, @end_exit,
        @end_reason, @end_attempt, @end_progress, @end_mark, @end_details::jsonb[])
    as x (
        id, project_id, job_id, rid, state, queued_at, started_at, ended_at, kill_requested_at, slot_at, exit_status, reason, attempt,
        progress, mark, details)
    left join gone g on g.run_id = x.id
    cross join lateral (select merge_details(g.details, x.details) as details) d
    where (x.job_id in (select k.job_id from kept k)) is true
)
