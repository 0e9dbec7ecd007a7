select (select count(*)::int from alert where project_id = @project and state <> 'resolved'),
       exists (select from channel where project_id = @project and enabled),
       (select count(*)::int from channel where project_id = @project and (failing_since is not null or disabled_why is not null))
