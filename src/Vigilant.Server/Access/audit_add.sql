insert into audit (id, project_id, at, who, why, action, subject, subject_id, details)
values (@id, @project, @at, @who, @why, @action, @subject, @subject_id, @details)
