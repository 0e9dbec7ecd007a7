insert into api_key (id, project_id, name, hash, created_at)
values (@id, @project, @name, @hash, @now)
on conflict (hash) do nothing
