slots as (
    insert into slot (project_id, job_id, nominal_time, state, run_id, decided_at, reason)
    select x.project_id, x.job_id, x.nominal_time, x.state, x.run_id, x.decided_at, x.reason
    from (
        select
            unnest(@slot_project) as project_id, unnest(@slot_job) as job_id, unnest(@slot_time) as nominal_time,
            unnest(@slot_state) as state, unnest(@slot_run) as run_id, unnest(@slot_decided) as decided_at,
            unnest(@slot_reason) as reason
    ) x
    where (x.job_id in (select k.job_id from kept k)) is true
    on conflict (job_id, nominal_time) do update
        set state = excluded.state, run_id = coalesce(excluded.run_id, slot.run_id), decided_at = excluded.decided_at,
            reason = excluded.reason
)
