select {columns}
from unnest(@states::smallint[]) as wanted (state)
cross join lateral (
    select * from any_run r
    where r.state = wanted.state and {conditions}
    order by r.id desc
    limit @limit
) r
join job j on j.id = r.job_id
order by r.id desc
limit @limit
