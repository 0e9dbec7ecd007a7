select id, at, who, why, action, subject, subject_id, details::text, changed
from audit
where project_id = @project and (@behind::uuid is null or id < @behind)
order by id desc
limit @limit
