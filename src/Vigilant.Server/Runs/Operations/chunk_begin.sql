-- Nobody else may have taken or cancelled it meanwhile, and nobody can until this transaction ends.
select 1 from operation where id = @id and fence = @fence and ended_at is null for no key update;

-- A chunk is found by its ids, whatever the planner thinks of their number, and waits for no job that somebody holds for long. What is
-- lost with a crash is the chunk together with the note that it was done: so nobody waits for the disk but whoever ends the operation.
select set_config('lock_timeout', '100ms', true), set_config('synchronous_commit', 'off', true), set_config('enable_hashjoin', 'off', true),
    set_config('enable_mergejoin', 'off', true), set_config('enable_seqscan', 'off', true);

-- Everyone who changes a job's runs takes this lock first, in the order of ids.
select job_id from job_state where job_id = any(@jobs) order by job_id for no key update
