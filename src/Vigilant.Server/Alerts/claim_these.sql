select s.job_id from alert_subject s where s.job_id = any (@jobs) order by s.job_id for update skip locked
