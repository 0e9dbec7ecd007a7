-- The lock comes first, and whoever decided on what is about to go decides anew.
update job_state set version = version + 1 where job_id = @job_id and project_id = @project
