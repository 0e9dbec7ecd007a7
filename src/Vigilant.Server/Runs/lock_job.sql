-- Everyone who changes a job's state takes this lock first.
select job_id from job_state where job_id = @job_id for no key update
