-- What is wrong comes first, the newest problem at the top.
select j.id, j.service, j.name, j.environment, s.colour, s.reason, s.since, s.active_count > 0,
       coalesce(s.due_at <= @now and @now < s.deadline_at, false), s.strip, s.last_signal_at, s.due_at, s.deadline_at,
       j.schedule is not null, j.labels
from job_state s
join job j on j.id = s.job_id
where s.project_id = @project and s.colour = 3
  and (@text::text is null or position(lower(@text) in lower(j.service || '/' || j.name)) > 0)
  and (@service::text is null or j.service = @service)
  and (@environment::text is null or j.environment = @environment)
  and (@label::text is null or case when @label_value::text is null then jsonb_exists(j.labels, @label)
                                    else j.labels @> jsonb_build_object(@label, @label_value) end)
  and (@after_since::timestamptz is null or (s.since, s.job_id) < (@after_since, @after_id))
order by s.since desc, s.job_id desc
limit @limit
