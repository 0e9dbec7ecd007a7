-- A job that names no channels tells all that are enabled.
select j.id as job_id, c.id as channel_id
from job j
join channel c on c.project_id = j.project_id
    and c.enabled
    and (j.channels is null or c.name = any (j.channels) or c.id::text = any (j.channels))
where j.id = any (@jobs)
order by j.id, c.id
