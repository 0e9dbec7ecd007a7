keys as (
    insert into run_key (job_id, rid, run_id, project_id, ended_at, state)
    select x.job_id, x.rid, x.run_id, x.project_id, x.ended_at, x.state
    from (
        select
            unnest(@key_job) as job_id, unnest(@key_rid) as rid, unnest(@key_run) as run_id,
            unnest(@key_project) as project_id, unnest(@key_ended) as ended_at, unnest(@key_state) as state
    ) x
    where (x.job_id in (select k.job_id from kept k)) is true
    on conflict (job_id, rid) do update
        set run_id = excluded.run_id, ended_at = excluded.ended_at, state = excluded.state, removed_at = null
)
