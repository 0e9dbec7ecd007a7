-- The newer value of a label takes the place of the older; others stay. A run in progress is found by what is kept of it when it ends.
with chunk as (
    select * from unnest(@chunk_jobs, @chunk_runs) as c (job_id, id)
),
found as materialized (
    select
        r.id, r.job_id, r.state in (0, 5, 6) as active, ({conditions}) is true as matches, r.details,
        coalesce(r.details -> 'labels', '{}') @> @said::jsonb as same, coalesce(r.details -> 'labels', '{}') || @said::jsonb as labels
    from chunk c
    cross join lateral (select * from any_run one where one.job_id = c.job_id and one.id = c.id limit 1) r
),
wanted as materialized (
    select *, (select count(*) from jsonb_object_keys(f.labels)) > 100 as too_many from found f
),
in_progress as (
    update active_run a set details = coalesce(a.details, '{}') || jsonb_build_object('labels', w.labels)
    from wanted w
    where a.run_id = w.id and w.active and w.matches and not w.same and not w.too_many
    returning a.job_id
),
judged_anew as (
    update job_state s set version = s.version + 1 where s.job_id in (select job_id from in_progress)
),
finished as (
    update run r set details = d.details, marks = marks_of(d.details)
    from wanted w
    cross join lateral (select coalesce(w.details, '{}') || jsonb_build_object('labels', w.labels) as details) d
    where r.job_id = w.job_id and r.id = w.id and r.id between @first_run and @last_run
        and not w.active and w.matches and not w.same and not w.too_many
    returning r.id
)
select null as skipped, (select count(*) from in_progress) + (select count(*) from finished)
union all
select 'it had these labels', count(*) from wanted where matches and same
union all
select 'it would have more than 100 labels', count(*) from wanted where matches and not same and too_many
union all
select 'it no longer matched', count(*) from wanted where not matches
union all
select 'it was removed', cardinality(@chunk_runs) - count(*) from wanted
