-- What is expected of single runs; null: nothing.
alter table job
    add column max_wait_seconds int,
    add column progress_seconds int,
    add column min_runtime_seconds int,
    -- A number of items, or a part of them in per cent: '10', '2.5%'.
    add column partial_tolerance text;

-- When the present attempt last told of something new. Signs of life do not change it.
alter table active_run add column progress_at timestamptz;

-- What was wrong with a run while it went on, or with its success; most have nothing.
alter table run add column mark smallint;

create or replace view any_run as
    select run_id as id, project_id, job_id, rid, state, queued_at, started_at, null::timestamptz as ended_at, kill_requested_at,
        null::timestamptz as slot_at, null::smallint as exit_status, null::text as reason, attempt, progress, details,
        marks_of(details) as marks, nullif(mark, 0::smallint) as mark
    from active_run
    union all
    select id, project_id, job_id, rid, state, queued_at, started_at, ended_at, kill_requested_at, slot_at, exit_status, reason, attempt,
        progress, details, marks, mark
    from run;
