new_runs as (
    insert into run (id, project_id, job_id, rid, state, ended_at, slot_at, exit_status, reason, sent_at, sender, body_size, body)
    select
        x.id, x.project_id, x.job_id, x.rid, x.state, x.ended_at, x.slot_at, x.exit_status, x.reason, x.sent_at, x.sender,
        x.body_size, x.body
    from unnest(
        @run_id, @run_project, @run_job, @run_rid, @run_state, @run_ended, @run_slot, @run_exit, @run_reason, @run_sent,
        @run_sender, @run_body_size, @run_body)
    as x (
        id, project_id, job_id, rid, state, ended_at, slot_at, exit_status, reason, sent_at, sender, body_size, body)
    where (x.job_id in (select k.job_id from kept k)) is true
)
