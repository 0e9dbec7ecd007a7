select service, rules::text from retention where project_id = @project order by service
