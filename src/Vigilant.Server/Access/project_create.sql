insert into project (id, name, ping_key, created_at) values (@id, @name, @ping_key, @now)
