-- What was changed is tried at once, with a clean record; a name of another channel is told apart by the caller.
update channel
set name = @name, settings = @settings::jsonb, fallback = @fallback, enabled = @enabled,
    disabled_why = null, failing_since = null, last_error = null, failures = 0, rest_until = null
where project_id = @project_id and id = @id
  and not exists (select from channel other where other.project_id = @project_id and other.name = @name and other.id <> @id)
