-- One statement is one transaction: what was decided on a state is written where that state still holds, or not at all.
-- "(... in (...)) is true" keeps the planner from joining: it takes these lists for a row or ten and would walk them in squares;
-- as a sub-plan they are hashed. Update and inserts as two statements would commit half-truths, because the second could not see which rows the first refused.
with wanted as (
    select w.*
    from (
        select set_config('lock_timeout', case when @careful then current_setting('lock_timeout') else '50ms' end, true)
    ) as patience,
    unnest(
        @job_ids, @expected, @armed_at, @signal_count, @last_signal_at, @last_outcome, @last_outcome_at, @last_success_at,
        @missed_count, @missed_since, @slots_until, @active_count, @colour, @reason, @since, @problem, @due_at, @deadline_at,
        @alarm_at, @strip)
    as w (
        job_id, expected, armed_at, signal_count, last_signal_at, last_outcome, last_outcome_at, last_success_at,
        missed_count, missed_since, slots_until, active_count, colour, reason, since, problem, due_at, deadline_at,
        alarm_at, strip)
),
-- The careful way passes over what another holds: a waiting writer would hold up a thousand other jobs. Without it the
-- statement fails after a moment of waiting, and is sent again with it.
locked as (
    select job_id from job_state
    where @careful and job_id = any(@job_ids)
    order by job_id
    for no key update skip locked
),
kept as (
    update job_state s set
        version = s.version + 1, armed_at = w.armed_at, signal_count = w.signal_count, last_signal_at = w.last_signal_at,
        last_outcome = w.last_outcome, last_outcome_at = w.last_outcome_at, last_success_at = w.last_success_at,
        missed_count = w.missed_count, missed_since = w.missed_since, slots_until = w.slots_until,
        active_count = w.active_count, colour = w.colour, reason = w.reason, since = w.since, problem = w.problem,
        due_at = w.due_at, deadline_at = w.deadline_at, alarm_at = w.alarm_at, strip = w.strip
    from wanted w
    where s.job_id = w.job_id and s.version = w.expected and (not @careful or w.job_id in (select l.job_id from locked l))
    returning s.job_id
),
signals as (
    insert into signal (
        id, project_id, job_id, run_id, kind, received_at, sent_at, exit_status, scheme, method, remote_addr, user_agent, rid,
        body_size, body)
    select
        x.id, x.project_id, x.job_id, x.run_id, x.kind, x.received_at, x.sent_at, x.exit_status, x.scheme, x.method,
        x.remote_addr, x.user_agent, x.rid, x.body_size, x.body
    from unnest(
        @signal_id, @signal_project, @signal_job, @signal_run, @signal_kind, @signal_received, @signal_sent, @signal_exit, @signal_scheme,
        @signal_method, @signal_addr, @signal_agent, @signal_rid, @signal_body_size, @signal_body)
    as x (
        id, project_id, job_id, run_id, kind, received_at, sent_at, exit_status, scheme, method, remote_addr, user_agent, rid,
        body_size, body)
    where (x.job_id in (select k.job_id from kept k)) is true
),
new_runs as (
    insert into run (id, project_id, job_id, rid, state, started_at, ended_at, slot_at, exit_status, reason)
    select x.id, x.project_id, x.job_id, x.rid, x.state, x.started_at, x.ended_at, x.slot_at, x.exit_status, x.reason
    from unnest(
        @run_id, @run_project, @run_job, @run_rid, @run_state, @run_started, @run_ended, @run_slot, @run_exit, @run_reason)
    as x (id, project_id, job_id, rid, state, started_at, ended_at, slot_at, exit_status, reason)
    where (x.job_id in (select k.job_id from kept k)) is true
),
ended_runs as (
    update run r set state = x.state, ended_at = x.ended_at, slot_at = x.slot_at, exit_status = x.exit_status, reason = x.reason
    from unnest(@end_id, @end_job, @end_state, @end_at, @end_slot, @end_exit, @end_reason)
        as x (id, job_id, state, ended_at, slot_at, exit_status, reason)
    where (x.job_id in (select k.job_id from kept k)) is true
        and r.job_id = x.job_id and r.id = x.id and r.id >= @end_least and r.id <= @end_most
),
active as (
    insert into active_run (run_id, job_id, project_id, rid, started_at, last_sign_at, mark)
    select x.run_id, x.job_id, x.project_id, x.rid, x.started_at, x.last_sign_at, x.mark
    from unnest(@active_id, @active_job, @active_project, @active_rid, @active_started, @active_sign, @active_mark)
        as x (run_id, job_id, project_id, rid, started_at, last_sign_at, mark)
    where (x.job_id in (select k.job_id from kept k)) is true
    on conflict (run_id) do update set last_sign_at = excluded.last_sign_at, mark = excluded.mark
),
inactive as (
    delete from active_run a
    using unnest(@gone_id, @gone_job) as x (run_id, job_id)
    where (x.job_id in (select k.job_id from kept k)) is true and a.run_id = x.run_id
),
slots as (
    insert into slot (project_id, job_id, nominal_time, state, run_id, decided_at, reason)
    select x.project_id, x.job_id, x.nominal_time, x.state, x.run_id, x.decided_at, x.reason
    from unnest(@slot_project, @slot_job, @slot_time, @slot_state, @slot_run, @slot_decided, @slot_reason)
        as x (project_id, job_id, nominal_time, state, run_id, decided_at, reason)
    where (x.job_id in (select k.job_id from kept k)) is true
    on conflict (job_id, nominal_time) do update
        set state = excluded.state, run_id = coalesce(excluded.run_id, slot.run_id), decided_at = excluded.decided_at,
            reason = excluded.reason
),
keys as (
    insert into run_key (job_id, rid, run_id, project_id, ended_at)
    select x.job_id, x.rid, x.run_id, x.project_id, x.ended_at
    from unnest(@key_job, @key_rid, @key_run, @key_project, @key_ended) as x (job_id, rid, run_id, project_id, ended_at)
    where (x.job_id in (select k.job_id from kept k)) is true
    on conflict (job_id, rid) do update set run_id = excluded.run_id, ended_at = excluded.ended_at
),
verdicts as (
    insert into verdict (
        project_id, job_id, at, decided_at, colour, problem, reason, missed_count, run_id, signal_id, unconfirmed)
    select
        x.project_id, x.job_id, x.at, x.decided_at, x.colour, x.problem, x.reason, x.missed_count, x.run_id, x.signal_id,
        x.unconfirmed
    from unnest(
        @verdict_project, @verdict_job, @verdict_at, @verdict_decided, @verdict_colour, @verdict_problem, @verdict_reason, @verdict_missed,
        @verdict_run, @verdict_signal, @verdict_unconfirmed)
    with ordinality
    as x (
        project_id, job_id, at, decided_at, colour, problem, reason, missed_count, run_id, signal_id, unconfirmed, place)
    where (x.job_id in (select k.job_id from kept k)) is true
    order by x.place
)
select job_id from kept
