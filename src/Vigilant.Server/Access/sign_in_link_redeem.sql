update sign_in_link set used_at = @now
where hash = @hash and used_at is null and expires_at > @now
returning project_id
