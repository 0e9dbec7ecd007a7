-- What expired while it was pinned was passed over, so the job is looked at from the beginning.
with gone as (
    delete from run_pin where run_id = any(@ids) and project_id = @project returning job_id
),
looked_at as (
    update run_purge set due_at = @now, anew_at = @now where job_id in (select job_id from gone)
)
select count(*) from gone
