select body from signal where project_id = @project and job_id = @job and id = @signal
