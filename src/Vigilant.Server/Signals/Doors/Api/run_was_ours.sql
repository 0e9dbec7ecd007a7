-- An id was made when it says, for the job that it ends like: no row of the run is needed to know that there was one.
select @made_at <= @now and exists (
    select from job
    where right(id::text, 8) = right(@run::text, 8) and project_id = @project and created_at <= @made_at)
