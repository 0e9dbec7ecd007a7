select hour_of(id), state, count(*)::int
from run
where job_id = @job_id
group by 1, 2
