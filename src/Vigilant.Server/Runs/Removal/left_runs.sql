select w.id,
    case
        when exists (select from active_run a where a.run_id = w.id and a.job_id = @job_id) then 1
        when exists (select from run r where r.job_id = @job_id and r.id = w.id) then 2
        else 0
    end
from unnest(@ids) as w (id)
