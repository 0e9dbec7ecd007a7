-- Counted in the index up to a limit; sizes are those of the newest. 150 bytes are what the indexes hold of a row.
select
    (select count(*) from (select from run where job_id = @job limit @limit) as counted),
    (select coalesce(avg(pg_column_size(newest.*)) + 150, 0)::float8
        from (select * from run where job_id = @job order by id desc limit 100) as newest),
    (select tracking from job where id = @job and project_id = @project),
    (select due_at from run_purge where job_id = @job and project_id = @project)
