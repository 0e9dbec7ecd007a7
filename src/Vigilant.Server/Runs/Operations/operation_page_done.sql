update operation set
    page_after = page_until, page_until = null, done_job = @nobody, done_run = @nobody, claimed_until = now() + @lease
where id = @id and fence = @fence and ended_at is null
