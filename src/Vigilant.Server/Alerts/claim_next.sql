-- Takes the oldest verdicts' jobs. What another node holds is skipped, not waited for, and so is what is parked.
select s.job_id
from verdict v
join alert_subject s on s.job_id = v.job_id
where s.parked_until is null or s.parked_until <= @now
order by v.id
limit @batch
for update of s skip locked
