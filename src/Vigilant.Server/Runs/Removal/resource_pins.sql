select p.run_id
from run_pin p
join run r on r.job_id = p.job_id and r.id = p.run_id
where p.project_id = @project and r.details @> @holds
