with there as (
    select w.id
    from unnest(@ids) as w (id)
    where exists (select from run r where r.job_id = @job_id and r.id = w.id)
        or exists (select from active_run a where a.run_id = w.id and a.job_id = @job_id)
),
pinned as (
    insert into run_pin (run_id, job_id, project_id, pinned_at, pinned_by, why)
    select id, @job_id, @project, @now, @who, @why from there
    on conflict (run_id) do nothing
)
select count(*) from there
