select {columns}
from operation
where project_id = @project and (@behind::uuid is null or id < @behind)
order by id desc
limit @limit
