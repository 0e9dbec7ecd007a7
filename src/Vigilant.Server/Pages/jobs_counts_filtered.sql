select s.colour, count(*)
from job j
join job_state s on s.job_id = j.id
where j.project_id = @project and s.project_id = @project
  and (@text::text is null or position(lower(@text) in lower(j.service || '/' || j.name)) > 0)
  and (@service::text is null or j.service = @service)
  and (@environment::text is null or j.environment = @environment)
  and (@label::text is null or case when @label_value::text is null then jsonb_exists(j.labels, @label)
                                    else j.labels @> jsonb_build_object(@label, @label_value) end)
group by s.colour
