r.id, j.service, j.name, j.environment, r.rid, r.state, r.queued_at, r.started_at, r.ended_at, r.kill_requested_at, r.slot_at,
r.exit_status, r.reason, coalesce(r.attempt, 1), r.progress, {details}, r.mark
