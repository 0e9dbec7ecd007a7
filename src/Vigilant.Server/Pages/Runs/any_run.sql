select exists (select from job_state where project_id = @project and signal_count > 0)
