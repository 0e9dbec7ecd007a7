delete from alert
where id in (
    select id from alert where state = 'resolved' and resolved_at < @before order by resolved_at limit @batch for update skip locked
)
