select job_id, project_id, run_id from run_keep where keep_until <= @now order by keep_until limit @limit
