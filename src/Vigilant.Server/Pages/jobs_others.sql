select j.id, j.service, j.name, j.environment, s.colour, s.reason, s.since, s.active_count > 0,
       coalesce(s.due_at <= @now and @now < s.deadline_at, false), s.strip, s.last_signal_at, s.due_at, s.deadline_at,
       j.schedule is not null, j.labels
from job j
join job_state s on s.job_id = j.id
where j.project_id = @project and s.project_id = @project
  and s.colour <> 3 and (@colour::smallint is null or s.colour = @colour)
  and (@text::text is null or position(lower(@text) in lower(j.service || '/' || j.name)) > 0)
  and (@service::text is null or j.service = @service)
  and (@environment::text is null or j.environment = @environment)
  and (@label::text is null or case when @label_value::text is null then jsonb_exists(j.labels, @label)
                                    else j.labels @> jsonb_build_object(@label, @label_value) end)
  and (@after_service::text is null or (j.service, j.name, j.id) > (@after_service, @after_name, @after_id))
order by j.service, j.name, j.id
limit @limit
