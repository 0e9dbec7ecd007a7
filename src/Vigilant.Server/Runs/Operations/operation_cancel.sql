-- Whoever works on it finds the number changed before its next chunk, and stops.
update operation set state = 3, ended_at = @now, claimed_until = null, fence = fence + 1
where id = @id and project_id = @project and ended_at is null
returning changed
