-- The rows are found once and then by their place, which nobody changes while the jobs are locked. Set once: an earlier request keeps its time, and who asked and why. What the rules read is changed, so the version rises: whoever
-- decided on the older state writes nothing and decides again.
with found as (
    select r.place, r.kill_requested_at is not null as asked, ({conditions}) is true as matches
    from (
        select
            ctid as place, run_id as id, project_id, job_id, rid, state, queued_at, started_at, null::timestamptz as ended_at,
            kill_requested_at, attempt, details, marks_of(details) as marks
        from active_run
        where run_id = any(@chunk_runs)
    ) r
),
told as (
    update active_run a set kill_requested_at = @at, details = coalesce(a.details, '{}') || @said::jsonb
    from found f
    where a.ctid = f.place and f.matches and not f.asked
    returning a.job_id
),
judged_anew as (
    update job_state s set version = s.version + 1 where s.job_id in (select job_id from told)
)
select null as skipped, count(*) from told
union all
select 'somebody asked for it before', count(*) from found where matches and asked
union all
select 'it no longer matched', count(*) from found where not matches
union all
select 'it had ended', cardinality(@chunk_runs) - count(*) from found
