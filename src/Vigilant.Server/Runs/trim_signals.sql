-- Walks the index of one job to the oldest signal that is kept. What lies behind it is removed; runs that are one signal stay until
-- they expire and lose that signal's body.
with oldest as (
    select id from signal where job_id = @job_id order by id desc offset @kept - 1 limit 1
),
removed as (
    delete from other_signal where job_id = @job_id and id < (select id from oldest) returning id
),
emptied as (
    update run set body = null where job_id = @job_id and id < (select id from oldest) and body is not null returning id
)
select (select count(*) from removed) + (select count(*) from emptied)
