select id, environment, service, name from job where project_id = @project and slug = @slug
