new_runs as (
    insert into run (id, project_id, job_id, rid, state, ended_at, slot_at, exit_status, reason, sent_at, sender, body_size, body)
    select
        x.id, x.project_id, x.job_id, x.rid, x.state, x.ended_at, x.slot_at, x.exit_status, x.reason, x.sent_at, x.sender,
        x.body_size, x.body
    from (
        select
            unnest(@run_id) as id, unnest(@run_project) as project_id, unnest(@run_job) as job_id, unnest(@run_rid) as rid,
            unnest(@run_state) as state, unnest(@run_ended) as ended_at, unnest(@run_slot) as slot_at,
            unnest(@run_exit) as exit_status, unnest(@run_reason) as reason, unnest(@run_sent) as sent_at,
            unnest(@run_sender) as sender, unnest(@run_body_size) as body_size, unnest(@run_body) as body
    ) x
    where (x.job_id in (select k.job_id from kept k)) is true
)
