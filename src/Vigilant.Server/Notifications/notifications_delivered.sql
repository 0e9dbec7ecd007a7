-- Only the holder of the fence records; the channel is touched only when it was failing.
with done as (
    update notification
    set state = 'delivered', delivered_at = @now, attempts = attempts + 1, last_status = @status, last_error = @note, claimed_until = null
    where id = @id and fence = @fence and state = 'pending'
    returning channel_id
),
healed as (
    update channel
    set failing_since = null, last_error = null, failures = 0, rest_until = null
    where id in (select channel_id from done) and (failing_since is not null or last_error is not null)
)
select count(*) from done
