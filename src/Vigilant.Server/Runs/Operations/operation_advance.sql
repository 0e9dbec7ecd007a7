update operation set
    done_job = @done_job, done_run = @done_run, done = @done, changed = @changed, skipped = @skipped, tries = 0,
    claimed_until = now() + @lease
where id = @id and fence = @fence and ended_at is null
