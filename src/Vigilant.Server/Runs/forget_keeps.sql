delete from run_keep where run_id >= @from and run_id < @until
