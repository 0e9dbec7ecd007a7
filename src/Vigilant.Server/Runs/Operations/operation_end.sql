update operation set state = @state, error = @error, ended_at = @now, all_found = all_found or @state = 2, claimed_until = null
where id = @id and fence = @fence and ended_at is null
returning changed
