insert into run_tally (project_id, job_id, tally) values (@project_id, @job_id, @tally)
