select {columns}
from operation
where project_id = @project and (@before::uuid is null or id < @before)
order by id desc
limit @limit
