select coalesce(sum(version), 0)::bigint from slug_change
