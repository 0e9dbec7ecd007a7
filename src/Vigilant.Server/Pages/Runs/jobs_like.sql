-- Names of jobs, for words and stars; the same name may stand in several environments.
select distinct service || '/' || name
from job
where project_id = @project
    and (@patterns::text[] is null or service || '/' || name ilike any(@patterns))
    and (@words::text[] is null or service || '/' || name ilike all(@words))
limit @limit
