id, action, state, filter::text, coalesce(cardinality(ids), 0), labels::text, who, why, matched, all_found, done, changed, skipped::text,
error, created_at, started_at, ended_at
