delete from job where id = @id and project_id = @project
