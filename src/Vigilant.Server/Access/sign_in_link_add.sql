with too_old as (delete from sign_in_link where expires_at < @now)
insert into sign_in_link (hash, project_id, expires_at)
select @hash, id, @expires_at from project order by created_at, id limit 1
