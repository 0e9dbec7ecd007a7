-- What was kept of a run while it was in progress moves with it.
ended_runs as (
    insert into run (
        id, project_id, job_id, rid, state, queued_at, started_at, ended_at, kill_requested_at, slot_at, exit_status, reason, attempt,
        progress, details, marks, mark)
    select
        x.id, x.project_id, x.job_id, x.rid, x.state, x.queued_at, x.started_at, x.ended_at, x.kill_requested_at, x.slot_at,
        x.exit_status, x.reason, x.attempt, coalesce(x.progress, g.progress), d.details,
        -- What was never in progress comes with the texts of its marks: taking them out of its details would cost more than all else.
        case
            when g.run_id is null and x.marks is not null
            then (select array_agg(hashtext(mark)) from unnest(string_to_array(x.marks, chr(31))) as mark)
            when d.details is not null then marks_of(d.details)
        end,
        x.mark
    from (
        select
            unnest(@end_id) as id, unnest(@end_project) as project_id, unnest(@end_job) as job_id, unnest(@end_rid) as rid,
            unnest(@end_state) as state, unnest(@end_queued) as queued_at, unnest(@end_started) as started_at,
            unnest(@end_at) as ended_at, unnest(@end_kill) as kill_requested_at, unnest(@end_slot) as slot_at,
            unnest(@end_exit) as exit_status, unnest(@end_reason) as reason, unnest(@end_attempt) as attempt,
            unnest(@end_progress) as progress, unnest(@end_mark) as mark,
            unnest(@end_details::jsonb[]) as details, unnest(@end_marks) as marks
    ) x
    left join gone g on g.run_id = x.id
    cross join lateral (
        select case when g.details is null then x.details else merge_details(g.details, x.details) end as details
    ) d
    where (x.job_id in (select k.job_id from kept k)) is true
)
