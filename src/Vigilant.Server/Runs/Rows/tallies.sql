tallies as (
    insert into run_tally (project_id, job_id, tally)
    select x.project_id, x.job_id, x.tally
    from (
        select unnest(@tally_project) as project_id, unnest(@tally_job) as job_id, unnest(@tally_full) as tally
    ) x
    where (x.job_id in (select k.job_id from kept k)) is true
)
