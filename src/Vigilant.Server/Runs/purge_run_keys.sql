delete from run_key where greatest(ended_at, removed_at) < @before
