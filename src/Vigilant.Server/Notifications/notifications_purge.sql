-- Ids are time: the oldest lie at the front of the primary key.
delete from notification
where id in (
    select id from notification where id < @before and state <> 'pending' order by id limit @batch
    for update skip locked)
