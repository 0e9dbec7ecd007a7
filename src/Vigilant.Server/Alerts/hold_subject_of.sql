select s.job_id
from alert_subject s
where s.job_id = (select a.job_id from alert a where a.project_id = @project and a.id = @alert)
for update
