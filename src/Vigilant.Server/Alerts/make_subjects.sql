-- In the order of the ids: two nodes that make the same rows must not wait for each other in a circle.
insert into alert_subject (job_id, project_id)
select distinct on (newcomer.job_id) newcomer.job_id, newcomer.project_id
from (
    select v.job_id, v.project_id
    from verdict v
    where not exists (select from alert_subject s where s.job_id = v.job_id)
    order by v.id
    limit @batch
) newcomer
order by newcomer.job_id
on conflict do nothing
