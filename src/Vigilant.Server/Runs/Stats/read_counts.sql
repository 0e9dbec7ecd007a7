-- One statement is one snapshot: what a pass moves from the jobs' rows by the inbox to the rollups is seen once.
select 0::smallint as source, r.subject, r.at, r.state, r.kept, r.ended, r.lengths as bytes
from run_rollup r
where r.subject = any(@subjects) and r.grain = @grain and r.at >= @from and r.at < @to
union all
select 1::smallint, t.job_id, null, null, null, null, t.tally
from run_tally t
where case when @jobs::uuid[] is null then t.project_id = @project else t.job_id = any(@jobs) end
union all
select 1::smallint, s.job_id, null, null, null, null, s.tally
from job_state s
where s.project_id = @project and (@jobs::uuid[] is null or s.job_id = any(@jobs)) and s.tally <> ''
union all
select 2::smallint, a.job_id, null, a.state, count(*), null, null
from active_run a
where a.project_id = @project and (@jobs::uuid[] is null or a.job_id = any(@jobs))
    and a.run_id >= @least and a.run_id < @most
group by a.job_id, a.state
