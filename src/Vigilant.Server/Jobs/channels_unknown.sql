select wanted
from unnest(@channels) as wanted
where not exists (
    select from channel c where c.project_id = @project and (c.name = wanted or c.id::text = lower(wanted)))
