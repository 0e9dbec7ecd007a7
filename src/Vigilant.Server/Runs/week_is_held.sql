select exists (select from run_pin where run_id >= @from and run_id < @until)
    or exists (
        select from run_keep
        where run_id >= @from and run_id < @until and (keep_until is null or keep_until > @now))
