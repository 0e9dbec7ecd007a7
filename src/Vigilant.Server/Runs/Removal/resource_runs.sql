select r.job_id, r.id
from run r
where r.project_id = @project and r.marks @> array[hashtext(@mark)] and r.details @> @holds
    and not exists (select from run_pin p where p.run_id = r.id)
limit @limit
