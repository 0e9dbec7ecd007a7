-- The last that succeeded and were not too fast, looked for among the last five hundred. What their signals say of silence is there as long as they are kept:
-- runs that gave no sign of life between start and end say nothing of it.
with last as (
    select id, queued_at, started_at, ended_at, slot_at
    from (
        select id, state, queued_at, started_at, ended_at, slot_at, mark
        from run
        where job_id = @job and project_id = @project
        order by id desc
        limit 500
    ) as latest
    where state = 1 and ended_at is not null and mark is distinct from 6
    order by id desc
    limit @most
),
silence as (
    select run_id, max(length) as longest
    from (
        select run_id, kind, received_at - lag(received_at) over (partition by run_id order by id) as length
        from other_signal
        where job_id = @job and project_id = @project and id >= (select min(id::text)::uuid from last)
    ) as signs
    where run_id is not null
    group by run_id
    having bool_or(kind in (4, 5))
)
select l.id, l.queued_at, l.started_at, l.ended_at, l.slot_at, s.longest
from last l
left join silence s on s.run_id = l.id
order by l.id desc
