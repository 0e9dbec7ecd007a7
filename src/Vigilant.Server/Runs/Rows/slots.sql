slots as (
    insert into slot (project_id, job_id, nominal_time, state, run_id, decided_at, reason)
    select x.project_id, x.job_id, x.nominal_time, x.state, x.run_id, x.decided_at, x.reason
    from unnest(@slot_project, @slot_job, @slot_time, @slot_state, @slot_run, @slot_decided, @slot_reason)
        as x (project_id, job_id, nominal_time, state, run_id, decided_at, reason)
    where (x.job_id in (select k.job_id from kept k)) is true
    on conflict (job_id, nominal_time) do update
        set state = excluded.state, run_id = coalesce(excluded.run_id, slot.run_id), decided_at = excluded.decided_at,
            reason = excluded.reason
)
