select id, slug from job
where project_id = @project and environment = @environment and service = @service and name = @name
for update
