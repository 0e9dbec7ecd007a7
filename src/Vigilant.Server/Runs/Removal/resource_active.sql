select count(*) from active_run where project_id = @project and details @> @holds
