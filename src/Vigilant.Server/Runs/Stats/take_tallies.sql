delete from run_tally
where id in (select id from run_tally order by id limit @limit)
returning project_id, job_id, tally
