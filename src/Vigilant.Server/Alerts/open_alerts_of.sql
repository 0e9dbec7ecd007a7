select * from alert where job_id = any (@jobs) and state <> 'resolved'
