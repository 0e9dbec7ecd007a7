-- Ids are time, so the newest partition answers; only the end of a body is read.
select j.job_id, s.kind, s.received_at, s.exit_status, s.tail
from unnest(@jobs) as j (job_id)
cross join lateral (
    select kind, received_at, exit_status, substring(body from greatest(1, octet_length(body) - @tail + 1)) as tail
    from signal
    where signal.job_id = j.job_id
    order by id desc
    limit 1
) s
