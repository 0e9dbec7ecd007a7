select run_id from active_run where job_id = @job_id order by run_id limit 1
