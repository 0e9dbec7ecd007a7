delete from run_key where ended_at < @before
