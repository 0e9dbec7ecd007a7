select project_id, expires_at from session where hash = @hash and expires_at > @now
