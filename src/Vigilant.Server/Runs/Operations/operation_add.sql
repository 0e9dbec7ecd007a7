insert into operation (id, project_id, action, filter, ids, labels, who, why, created_at, due_at)
values (@id, @project, @action, @filter, @ids, @labels, @who, @why, @now, @now)
