select s.job_id
from alert a
join alert_subject s on s.job_id = a.job_id
where a.state <> 'resolved' and not exists (select from job j where j.id = a.job_id)
order by s.job_id
limit @batch
for update of s skip locked
