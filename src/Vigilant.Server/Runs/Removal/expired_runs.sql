select r.id
from run r
where r.job_id = @job_id and r.id >= @from and r.id < @until and r.state = any(@states)
    and not exists (select from run_pin p where p.run_id = r.id)
    and not exists (select from run_keep k where k.run_id = r.id)
order by r.id
limit @limit
