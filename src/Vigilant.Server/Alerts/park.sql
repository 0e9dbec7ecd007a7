-- A second, then twice as long each time, an hour at most.
update alert_subject
set failures = failures + 1,
    failure = @why,
    parked_until = @now + least(interval '1 hour', interval '1 second' * power(2, least(failures, 12)))
where job_id = @job
