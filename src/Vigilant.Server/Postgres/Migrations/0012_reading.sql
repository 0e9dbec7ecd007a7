-- Runs by the id that their sender gave them. Plain pings give none.
create index runs_by_caller on run (hashtext(rid), id) where rid is not null;
create index active_runs_by_caller on active_run (hashtext(rid), run_id) where rid is not null;
