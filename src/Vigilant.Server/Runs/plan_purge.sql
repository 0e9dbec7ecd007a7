insert into run_purge (job_id, project_id, due_at, anew_at)
values (@job_id, @project_id, @now, @now)
on conflict (job_id) do update set due_at = excluded.due_at
