select
    id, name, kind, settings::text, fallback, enabled, created_at, failing_since, last_error, disabled_why, secret
from channel
where project_id = @project_id and (@id::uuid is null or id = @id)
order by name, id
