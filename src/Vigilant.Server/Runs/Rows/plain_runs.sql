plain_runs as (
    insert into run (id, project_id, job_id, state, ended_at, sender, body_size)
    select x.id, x.project_id, x.job_id, x.state, x.ended_at, x.sender, 0
    from unnest(@plain_id, @plain_project, @plain_job, @plain_state, @plain_ended, @plain_sender)
    as x (id, project_id, job_id, state, ended_at, sender)
    where (x.job_id in (select k.job_id from kept k)) is true
)
