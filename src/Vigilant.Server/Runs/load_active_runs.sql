-- What a run did is read only where something is expected of it.
select
    a.job_id, a.run_id, a.rid, a.state, a.queued_at, a.started_at, a.kill_requested_at, a.last_sign_at, a.mark, a.attempt, a.named,
    a.progress, a.progress_at,
    case
        when (j.progress_seconds is not null or j.partial_tolerance is not null)
            and a.details ?| array['steps', 'processed', 'failed_items']
        then jsonb_build_object(
            'steps', a.details -> 'steps', 'processed', a.details -> 'processed', 'failed_items', a.details -> 'failed_items')::text
    end,
    a.tracking
from active_run a
join job j on j.id = a.job_id
where a.job_id = any(@job_ids)
order by a.job_id, a.run_id
