-- How long to wait for a job that another holds; a setting of this transaction.
patience as (
    select set_config('lock_timeout', case when @careful then current_setting('lock_timeout') else '50ms' end, true) as set
),
-- The careful way passes over what another holds: a waiting writer would hold up a thousand other jobs. Without it the
-- statement fails after a moment of waiting, and is sent again with it.
locked as (
    select job_id from job_state
    where @careful and job_id = any(@job_ids)
    order by job_id
    for no key update skip locked
),
-- "(... in (...)) is true" keeps the planner from joining, here and in every part: it takes these lists for a row or ten and would
-- walk them in squares; as a sub-plan they are hashed.
kept as (
    update job_state s set
        version = s.version + 1, armed_at = w.armed_at, signal_count = w.signal_count, last_signal_at = w.last_signal_at,
        last_outcome = w.last_outcome, last_outcome_at = w.last_outcome_at, last_success_at = w.last_success_at,
        missed_count = w.missed_count, missed_since = w.missed_since, slots_until = w.slots_until,
        active_count = w.active_count, colour = w.colour, reason = w.reason, since = w.since, problem = w.problem,
        due_at = w.due_at, deadline_at = w.deadline_at, alarm_at = w.alarm_at, strip = w.strip, tally = w.tally
    from (
        select
            unnest(@job_ids) as job_id, unnest(@expected) as expected, unnest(@armed_at) as armed_at,
            unnest(@signal_count) as signal_count, unnest(@last_signal_at) as last_signal_at,
            unnest(@last_outcome) as last_outcome, unnest(@last_outcome_at) as last_outcome_at,
            unnest(@last_success_at) as last_success_at, unnest(@missed_count) as missed_count,
            unnest(@missed_since) as missed_since, unnest(@slots_until) as slots_until,
            unnest(@active_count) as active_count, unnest(@colour) as colour, unnest(@reason) as reason,
            unnest(@since) as since, unnest(@problem) as problem, unnest(@due_at) as due_at,
            unnest(@deadline_at) as deadline_at, unnest(@alarm_at) as alarm_at, unnest(@strip) as strip,
            unnest(@tally) as tally
    ) w
    where (select set from patience) is not null
        and s.job_id = w.job_id and s.version = w.expected
        and (not @careful or ((w.job_id in (select l.job_id from locked l)) is true))
    returning s.job_id
)
