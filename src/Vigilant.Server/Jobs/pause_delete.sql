delete from job_pause where job_id = @id and project_id = @project
