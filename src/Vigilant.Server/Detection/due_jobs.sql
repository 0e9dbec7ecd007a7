-- The jobs whose time has come, most overdue first: one probe of the index when there are none.
select job_id from job_state where alarm_at <= @line order by alarm_at limit @most
