-- Two nodes that start at once on an empty database must not both make the first project.
select pg_advisory_xact_lock(7310210502)
