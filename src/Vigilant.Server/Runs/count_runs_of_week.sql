select project_id, job_id, hour_of(id), state, count(*)::int
from run
where id >= @from and id < @until
group by 1, 2, 3, 4
