-- A verdict that comes later makes the row anew.
delete from alert_subject
where job_id in (
    select s.job_id from alert_subject s
    where not exists (select from job j where j.id = s.job_id)
        and not exists (select from verdict v where v.job_id = s.job_id)
        and not exists (select from alert a where a.job_id = s.job_id and a.state <> 'resolved')
    limit @batch
    for update skip locked
)
