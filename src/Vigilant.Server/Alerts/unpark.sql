update alert_subject set failures = 0, failure = null, parked_until = null where job_id = any (@jobs) and failures > 0
