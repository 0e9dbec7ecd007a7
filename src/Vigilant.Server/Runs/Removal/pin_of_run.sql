select pinned_by, why, pinned_at from run_pin where run_id = @run and project_id = @project
