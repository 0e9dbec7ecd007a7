-- In the order of the ids, which is that of each job's history: Runs writes them under the lock of the job's state.
-- The limit keeps the signal a probe by its full key, which opens one partition.
select v.id, v.job_id, v.run_id, v.signal_id, v.at, v.colour, v.problem, v.reason, v.missed_count, v.unconfirmed, s.exit_status
from verdict v
left join lateral (
    select signal.exit_status from signal where signal.job_id = v.job_id and signal.id = v.signal_id limit 1
) s on v.problem = @failed
where v.job_id = any (@jobs)
order by v.id
