select job_id from job_pause where until <= @now order by until limit @limit
