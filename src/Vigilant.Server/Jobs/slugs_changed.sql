insert into slug_change (project_id, version) values (@project, 1)
on conflict (project_id) do update set version = slug_change.version + 1
