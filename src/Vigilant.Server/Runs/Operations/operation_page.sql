-- A page was found; the runs that a list names and that are not there are done with.
update operation set
    page_until = @until, matched = matched + @matched, all_found = @all_found, done = @done, skipped = @skipped,
    claimed_until = now() + @lease
where id = @id and fence = @fence and ended_at is null
