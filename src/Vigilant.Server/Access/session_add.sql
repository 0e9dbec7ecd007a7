with too_old as (delete from session where expires_at < @now)
insert into session (hash, project_id, created_at, expires_at) values (@hash, @project, @now, @expires_at)
