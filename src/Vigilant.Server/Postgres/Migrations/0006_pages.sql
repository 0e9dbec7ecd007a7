-- The first rows of the jobs page. A job's since changes only with its colour, so a ping writes no more than before.
create index red_jobs_by_time on job_state (project_id, since desc, job_id desc) where colour = 3;
