insert into job_state (job_id, project_id, version, since)
values (@job_id, @project_id, 0, @now)
on conflict (job_id) do nothing
