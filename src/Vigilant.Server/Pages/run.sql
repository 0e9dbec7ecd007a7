-- The neighbours are those of the same job by the time of their making.
select
    r.id, r.job_id, j.service, j.name, j.environment, r.state, r.rid, coalesce(r.attempt, 1), r.progress, r.reason, r.exit_status,
    r.slot_at, r.queued_at, r.started_at, r.ended_at, r.kill_requested_at, r.details,
    (select o.id from any_run o where o.job_id = r.job_id and o.id < r.id order by o.id desc limit 1) as older,
    (select o.id from any_run o where o.job_id = r.job_id and o.id > r.id order by o.id limit 1) as newer,
    coalesce(r.mark, 0::smallint), a.last_sign_at, a.progress_at, p.pinned_at, p.pinned_by, p.why
from any_run r
join job j on j.id = r.job_id
left join active_run a on a.run_id = r.id
left join run_pin p on p.run_id = r.id
where r.id = @run and r.project_id = @project
    and r.job_id in (
        select a.job_id from active_run a where a.run_id = @run
        union all
        select job.id from job where right(job.id::text, 8) = right(@run::text, 8))
