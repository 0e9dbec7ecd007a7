update operation set claimed_until = null, due_at = @due_at, tries = case when @waits then 0 else tries end
where id = @id and fence = @fence and ended_at is null
