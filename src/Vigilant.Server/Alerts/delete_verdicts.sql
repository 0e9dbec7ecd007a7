delete from verdict where id = any (@verdicts)
