select t.job_id, t.nominal_time, t.state
from job_state s
join slot t on t.job_id = s.job_id and t.nominal_time > s.slots_until
where s.job_id = any(@job_ids) and t.state in (0, 1)
