update session set expires_at = @expires_at where hash = @hash
