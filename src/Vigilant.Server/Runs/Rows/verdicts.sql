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
