insert into job_pause (job_id, project_id, paused_at, paused_by, why, until)
values (@id, @project, @now, @who, @why, @until)
on conflict (job_id) do update set
    paused_by = excluded.paused_by, why = excluded.why, until = excluded.until
