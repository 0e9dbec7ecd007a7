update job set
    slug = @slug, schedule = @schedule, timezone = @timezone, grace_seconds = @grace_seconds,
    early_seconds = @early_seconds, max_runtime_seconds = @max_runtime_seconds, heartbeat_seconds = @heartbeat_seconds,
    max_wait_seconds = @max_wait_seconds, progress_seconds = @progress_seconds, min_runtime_seconds = @min_runtime_seconds,
    partial_tolerance = @partial_tolerance,
    severity = @severity, labels = @labels, description = @description, runbook_url = @runbook_url, enabled = @enabled,
    channels = @channels, tracking = @tracking, retention = @retention, updated_at = @now
where id = @id and project_id = @project
