-- The bounds spare the partitions that hold none of them.
with removed as (
    delete from run r
    where r.job_id = @job_id and r.id >= @least and r.id <= @most and r.id = any(@ids)
        and not exists (select from run_pin p where p.run_id = r.id)
    returning r.id, r.project_id, r.rid, r.state, r.ended_at
),
-- A name may have been used again: the key is that of its last run. What began under it since is in progress and has no key yet.
keys as (
    insert into run_key (job_id, rid, run_id, project_id, ended_at, state, removed_at)
    select distinct on (r.rid) @job_id, r.rid, r.id, r.project_id, coalesce(r.ended_at, @now), r.state, @now
    from removed r
    where r.rid is not null
    order by r.rid, r.id desc
    on conflict (job_id, rid) do update set removed_at = excluded.removed_at
        where run_key.run_id = excluded.run_id
),
-- A signal of a run is younger than the run; the job's signals are few, because they are trimmed.
signals as (
    delete from other_signal s
    where s.job_id = @job_id and s.id >= @least and s.run_id = any(@ids) and s.run_id in (select id from removed)
),
keeps as (
    delete from run_keep k where k.run_id = any(@ids) and k.run_id in (select id from removed)
)
select id, state from removed
