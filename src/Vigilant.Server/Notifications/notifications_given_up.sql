-- Giving up here and telling the fallback channels instead happen together or not at all.
with given_up as (
    update notification
    set state = 'given_up', attempts = attempts + @tries, last_status = @status, last_error = @why, claimed_until = null
    where id = @id and fence = @fence and state = 'pending'
    returning project_id, channel_id, alert_id, job_id, content
),
ailing as (
    update channel
    set failing_since = coalesce(failing_since, @now), last_error = @why,
        enabled = enabled and not @disable, disabled_why = case when @disable then @why else disabled_why end
    where id in (select channel_id from given_up)
),
forwarded as (
    insert into notification (id, project_id, channel_id, alert_id, job_id, event, content, created_at, due_at)
    select forward.id, given_up.project_id, forward.channel_id, given_up.alert_id, given_up.job_id, 'undelivered',
        jsonb_set(
            given_up.content || jsonb_build_object('type', 'alert.undelivered', 'timestamp', @timestamp::text),
            '{data,undelivered}', @undelivered::jsonb),
        @now, @now
    from given_up
    cross join unnest(@forward_ids, @forward_channels) as forward (id, channel_id)
)
select count(*) from given_up
