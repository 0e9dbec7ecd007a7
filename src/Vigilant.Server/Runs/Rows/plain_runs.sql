plain_runs as (
    insert into run (id, project_id, job_id, state, ended_at, sender, body_size)
    select x.id, x.project_id, x.job_id, x.state, x.ended_at, x.sender, 0
    from (
        select
            unnest(@plain_id) as id, unnest(@plain_project) as project_id, unnest(@plain_job) as job_id,
            unnest(@plain_state) as state, unnest(@plain_ended) as ended_at, unnest(@plain_sender) as sender
    ) x
    where (x.job_id in (select k.job_id from kept k)) is true
)
