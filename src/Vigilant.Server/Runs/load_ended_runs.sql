-- Of a run whose row was not kept a key under its own id may know the end.
select
    r.id, coalesce(r.ended_at, to_timestamp(0)), r.state, coalesce(r.details @> '{"retry_requested": {"answered": false}}', false)
from unnest(@jobs, @names) as w (job_id, id)
join run r on r.job_id = w.job_id and r.id = w.id
union all
select k.run_id, k.ended_at, k.state, false
from unnest(@jobs, @names) as w (job_id, id)
join run_key k on k.job_id = w.job_id and k.rid = w.id::text and k.run_id = w.id
