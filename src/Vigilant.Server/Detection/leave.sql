update node set left_at = clock_timestamp(), applied_until = @now, accepted_until = @now where id = @id
