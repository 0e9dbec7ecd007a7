-- A day is kept as long as runs of it are.
delete from run_rollup
where (grain = 0 and at < @hours_before) or (grain = 1 and at < @days_before and kept = 0)
