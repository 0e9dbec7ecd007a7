select id, service, name, environment
from job
where project_id = @project
    and (@names::text[] is null or service || '/' || name = any(@names))
    and (@services::text[] is null or service = any(@services))
    and (@environments::text[] is null or environment = any(@environments))
