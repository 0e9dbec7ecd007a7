-- The id of a run ends like that of its job; a run in progress is there, too.
select w.id, j.id
from unnest(@ids) as w (id)
join job j on right(j.id::text, 8) = right(w.id::text, 8) and j.project_id = @project
where exists (select from run r where r.job_id = j.id and r.id = w.id)
    or exists (select from active_run a where a.run_id = w.id and a.job_id = j.id)
