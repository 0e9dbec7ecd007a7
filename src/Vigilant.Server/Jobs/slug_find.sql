select id from job where project_id = @project and slug = @slug
