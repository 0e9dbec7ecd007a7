select r.subject, r.grain, r.at, r.state, r.kept, r.ended, r.lengths
from (
    select unnest(@subjects) as subject, unnest(@grains) as grain, unnest(@ats) as at, unnest(@states) as state
) w
join run_rollup r on r.subject = w.subject and r.grain = w.grain and r.at = w.at and r.state = w.state
