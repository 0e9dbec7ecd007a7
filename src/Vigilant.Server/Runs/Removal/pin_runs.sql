-- The limit keeps the planner from walking through all runs.
with there as (
    select w.job_id, w.id
    from unnest(@jobs, @ids) as w (job_id, id)
    cross join lateral (select from any_run r where r.job_id = w.job_id and r.id = w.id limit 1) found
),
pinned as (
    insert into run_pin (run_id, job_id, project_id, pinned_at, pinned_by, why)
    select id, job_id, @project, @at, @who, @why from there
    on conflict (run_id) do nothing
    returning run_id
)
select (select count(*) from there), (select count(*) from pinned)
