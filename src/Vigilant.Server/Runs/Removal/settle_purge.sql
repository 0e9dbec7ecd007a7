-- When its settings were changed meanwhile it is due again, and what was found out is found out anew.
update run_purge set due_at = @due, anew_at = @anew, purged = @purged where job_id = @job_id and due_at = @claimed
