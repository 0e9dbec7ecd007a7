select project_id from job where id = @id for update skip locked
