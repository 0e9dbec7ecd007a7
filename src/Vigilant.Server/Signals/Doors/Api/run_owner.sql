-- An id was made when it says, for the job that it ends like: no row of the run is needed to know that there was one.
select id from job
where right(id::text, 8) = right(@run::text, 8) and project_id = @project and created_at <= @made_at and @made_at <= @now
limit 1
