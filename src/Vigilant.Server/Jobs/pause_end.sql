delete from job_pause where job_id = @id and until <= @now
