-- A test is somebody asking now: a resting channel is woken.
with woken as (
    update channel set rest_until = null where project_id = @project_id and id = @channel_id returning id
)
insert into notification (id, project_id, channel_id, event, content, created_at, due_at)
select @id, @project_id, woken.id, 'test', @content::jsonb, @now, @now from woken
