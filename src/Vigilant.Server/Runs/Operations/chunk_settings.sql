-- A chunk is found by its ids, whatever the planner thinks of their number, and waits for no job that somebody holds for long.
select set_config('lock_timeout', '100ms', true), set_config('enable_hashjoin', 'off', true),
    set_config('enable_mergejoin', 'off', true), set_config('enable_seqscan', 'off', true)
