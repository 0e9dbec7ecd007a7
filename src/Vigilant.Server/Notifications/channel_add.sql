insert into channel (id, project_id, name, kind, settings, secret, fallback, enabled, created_at)
values (@id, @project_id, @name, @kind, @settings::jsonb, @secret, @fallback, @enabled, @now)
on conflict on constraint one_channel_per_name do nothing
