select count(*) from api_key where project_id = @project
