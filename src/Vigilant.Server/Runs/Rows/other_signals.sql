other_signals as (
    insert into other_signal (
        id, project_id, job_id, run_id, kind, received_at, sent_at, exit_status, sender, rid, body_size, body)
    select
        x.id, x.project_id, x.job_id, x.run_id, x.kind, x.received_at, x.sent_at, x.exit_status, x.sender, x.rid, x.body_size, x.body
    from (
        select
            unnest(@signal_id) as id, unnest(@signal_project) as project_id, unnest(@signal_job) as job_id,
            unnest(@signal_run) as run_id, unnest(@signal_kind) as kind, unnest(@signal_received) as received_at,
            unnest(@signal_sent) as sent_at, unnest(@signal_exit) as exit_status, unnest(@signal_sender) as sender,
            unnest(@signal_rid) as rid, unnest(@signal_body_size) as body_size, unnest(@signal_body) as body
    ) x
    where (x.job_id in (select k.job_id from kept k)) is true
)
