-- No state is counted further than the limit, so that a long queue costs no more than a page.
select wanted.state, (select count(*) from (select from active_run a where a.project_id = @project and a.state = wanted.state limit @limit) as counted)
from unnest(@states::smallint[]) as wanted (state)
