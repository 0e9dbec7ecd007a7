select rules::text from retention
union
select retention::text from job where retention is not null
