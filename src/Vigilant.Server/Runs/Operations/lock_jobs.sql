-- Everyone who changes a job's runs takes this lock first, in the order of ids.
select job_id from job_state where job_id = any(@jobs) order by job_id for no key update
