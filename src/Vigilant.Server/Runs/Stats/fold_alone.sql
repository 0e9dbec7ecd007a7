-- One adds up at a time, on whichever node.
select pg_try_advisory_xact_lock(7310210503)
