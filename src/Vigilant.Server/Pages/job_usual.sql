-- How long a run takes: the median of the last twenty that succeeded, looked for among the last two hundred.
select percentile_cont(0.5) within group (order by seconds)
from (
    select extract(epoch from ended_at - started_at) as seconds
    from (select state, started_at, ended_at, id from run where project_id = @project and job_id = @job order by id desc limit 200) as last
    where state = 1 and started_at is not null and ended_at is not null
    order by id desc
    limit 20
) as usual
