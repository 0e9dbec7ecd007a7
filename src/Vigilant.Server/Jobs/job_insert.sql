insert into job (id, project_id, environment, service, name, slug, schedule, timezone, grace_seconds, early_seconds,
                 max_runtime_seconds, heartbeat_seconds, severity, labels, description, runbook_url, enabled, channels,
                 max_wait_seconds, progress_seconds, min_runtime_seconds, partial_tolerance, tracking, retention, created_at, updated_at)
values (@id, @project, @environment, @service, @name, @slug, @schedule, @timezone, @grace_seconds, @early_seconds,
        @max_runtime_seconds, @heartbeat_seconds, @severity, @labels, @description, @runbook_url, @enabled, @channels,
        @max_wait_seconds, @progress_seconds, @min_runtime_seconds, @partial_tolerance, @tracking, @retention, @now, @now)
