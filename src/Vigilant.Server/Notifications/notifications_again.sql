-- Tries that were in flight together count as one failure of the channel.
with tried as (
    update notification
    set due_at = @due_at, attempts = attempts + 1, last_status = @status, last_error = @why, claimed_until = null
    where id = @id and fence = @fence and state = 'pending'
    returning channel_id
),
ailing as (
    update channel
    set failing_since = coalesce(failing_since, @now), last_error = @why,
        failures = greatest(failures, @failures), rest_until = greatest(rest_until, @rest_until)
    where id in (select channel_id from tried)
)
select count(*) from tried
