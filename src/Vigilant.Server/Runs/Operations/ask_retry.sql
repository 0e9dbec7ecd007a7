-- Set once until it is answered, by a run that is made as its retry.
with chunk as (
    select * from unnest(@chunk_jobs, @chunk_runs) as c (job_id, id)
),
found as materialized (
    select
        r.id, r.job_id, r.state in (0, 5, 6) as active, ({conditions}) is true as matches,
        coalesce(r.details @> '{"retry_requested": {"answered": false}}', false) as asked, coalesce(r.details, '{}') || @said::jsonb as details
    from chunk c
    cross join lateral (select * from any_run one where one.job_id = c.job_id and one.id = c.id limit 1) r
),
told as (
    update run r set details = f.details, marks = marks_of(f.details)
    from found f
    where r.job_id = f.job_id and r.id = f.id and r.id between @first_run and @last_run and not f.active and f.matches and not f.asked
    returning r.id
)
select null as skipped, count(*) from told
union all
select 'it is in progress', count(*) from found where active
union all
select 'somebody asked for it before', count(*) from found where not active and matches and asked
union all
select 'it no longer matched', count(*) from found where not active and not matches
union all
select 'it was removed', cardinality(@chunk_runs) - count(*) from found
