-- Without a filter the state rows alone are counted, from their index.
select colour, count(*)
from job_state
where project_id = @project
group by colour
