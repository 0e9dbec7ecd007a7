select id, project_id, environment, service, name, schedule, timezone, grace_seconds, max_runtime_seconds, heartbeat_seconds,
    max_wait_seconds, progress_seconds, min_runtime_seconds, partial_tolerance,
    severity, labels::text as labels, description, runbook_url
from job
where id = any (@jobs)
