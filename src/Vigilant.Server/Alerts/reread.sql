select * from alert where project_id = @project and id = @alert
