-- A bounded look: each by the index, and the text itself where another shares its number. Runs in progress are few.
with counted as (
    select id, job_id, state
    from (
        select r.id, r.job_id, r.state
        from run r
        where r.project_id = @project and r.marks @> array[hashtext(@mark)] and r.details @> @holds
        limit @limit
    ) ended
    union all
    select id, job_id, state
    from (
        select a.run_id as id, a.job_id, a.state
        from active_run a
        where a.project_id = @project and a.details @> @holds
        limit @limit
    ) going
)
select j.service || '/' || j.name, s.state, count(*), min(s.id::text)::uuid, max(s.id::text)::uuid
from counted s
join job j on j.id = s.job_id
group by 1, 2
