-- Takes what is due, every channel its first before any its second, so that a full channel delays no other.
-- The channels with something waiting are found by hopping through the index: an idle pass costs one probe.
-- A channel that fails gets one try at a time, none while it rests, and all failing ones together at most half the room.
-- now() is the lease's clock, @now that of the rules.
with recursive waiting as (
    (select channel_id from notification where state = 'pending' order by channel_id limit 1)
    union all
    select (
        select next.channel_id from notification next
        where next.state = 'pending' and next.channel_id > waiting.channel_id
        order by next.channel_id
        limit 1)
    from waiting
    where waiting.channel_id is not null
),
room as (
    select
        waiting.channel_id,
        coalesce(channel.failing_since is not null, false) as failing,
        case when channel.failing_since is null then @per_channel else 1 end - coalesce(busy.count, 0) as free
    from waiting
    left join channel on channel.id = waiting.channel_id
    left join unnest(@busy_channels, @busy_counts) as busy (channel_id, count) on busy.channel_id = waiting.channel_id
    where waiting.channel_id is not null
      and (channel.rest_until is null or channel.rest_until <= @now or not channel.enabled)
),
due as (
    select found.id, found.turn, room.failing, row_number() over (partition by room.failing order by found.turn, found.due_at) as place
    from room
    cross join lateral (
        select n.id, n.due_at, row_number() over (order by n.due_at, n.id) as turn
        from notification n
        where n.channel_id = room.channel_id
          and n.state = 'pending'
          and n.due_at <= @now
          and (n.claimed_until is null or n.claimed_until < now())
          and n.id <> all (@in_flight)
          and not exists (
              select from notification earlier
              where earlier.alert_id = n.alert_id
                and earlier.channel_id = n.channel_id
                and earlier.state = 'pending'
                and (earlier.created_at, earlier.id) < (n.created_at, n.id))
        order by n.due_at, n.id
        limit greatest(room.free, 0)
    ) found
),
-- Behind a dead channel more can wait than one try at a time ever reaches; a day after its time each is given up unheard.
expired as (
    select n.id
    from notification n
    join channel on channel.id = n.channel_id
    where n.state = 'pending'
      and n.created_at <= @expired
      and channel.rest_until > @now
      and (n.claimed_until is null or n.claimed_until < now())
      and n.id <> all (@in_flight)
    order by n.created_at
    limit 100
),
chosen as materialized (
    select id, false as expired, turn from due where not failing or place <= @free_for_failing
    union all
    select id, true, 0 from expired
    order by turn
    limit @free
),
mine as (
    select n.id, chosen.expired
    from notification n
    join chosen on chosen.id = n.id
    where n.state = 'pending' and (n.claimed_until is null or n.claimed_until < now())
    for update of n skip locked
)
update notification n
set claimed_until = now() + @lease, fence = n.fence + 1
from mine
left join notification again on again.id = mine.id
left join channel on channel.id = again.channel_id
where n.id = mine.id
returning
    n.id, n.project_id, n.channel_id, n.fence, n.event, n.content::text, n.created_at, n.attempts, mine.expired,
    channel.name, channel.kind, channel.settings::text, channel.secret, channel.enabled, channel.disabled_why,
    channel.failures, channel.failing_since, channel.last_error
