-- Runs are partitioned by id: without the bounds the statement would open every partition there is.
ended_runs as (
    update run r set state = x.state, ended_at = x.ended_at, slot_at = x.slot_at, exit_status = x.exit_status, reason = x.reason
    from unnest(@end_id, @end_job, @end_state, @end_at, @end_slot, @end_exit, @end_reason)
        as x (id, job_id, state, ended_at, slot_at, exit_status, reason)
    where (x.job_id in (select k.job_id from kept k)) is true
        and r.job_id = x.job_id and r.id = x.id and r.id >= (@end_bounds)[1] and r.id <= (@end_bounds)[2]
)
