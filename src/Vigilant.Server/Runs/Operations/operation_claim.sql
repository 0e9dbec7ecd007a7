-- The one whose turn came first; what another works on is left to it until its lease ends. now() is the lease's clock.
update operation o set
    state = 1, started_at = coalesce(o.started_at, @now), fence = o.fence + 1, tries = o.tries + 1, claimed_until = now() + @lease
from (
    select id
    from operation
    where ended_at is null and due_at <= @now and (claimed_until is null or claimed_until < now())
    order by due_at, id
    limit 1
    for no key update skip locked
) as mine
where o.id = mine.id
returning
    o.id, o.project_id, o.action, o.filter::text, o.ids, o.labels::text, o.who, o.why, o.created_at, o.fence, o.tries,
    o.done, o.changed, o.skipped::text, o.page_after, o.page_until, o.done_job, o.done_run, o.all_found
