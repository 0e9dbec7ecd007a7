other_signals as (
    insert into other_signal (
        id, project_id, job_id, run_id, kind, received_at, sent_at, exit_status, sender, rid, body_size, body)
    select
        x.id, x.project_id, x.job_id, x.run_id, x.kind, x.received_at, x.sent_at, x.exit_status, x.sender, x.rid, x.body_size, x.body
    from unnest(
        @signal_id, @signal_project, @signal_job, @signal_run, @signal_kind, @signal_received, @signal_sent, @signal_exit, @signal_sender,
        @signal_rid, @signal_body_size, @signal_body)
    as x (id, project_id, job_id, run_id, kind, received_at, sent_at, exit_status, sender, rid, body_size, body)
    where (x.job_id in (select k.job_id from kept k)) is true
)
