-- Walks the index of one job to the oldest signal that is kept, and removes what lies behind it.
delete from signal
where job_id = @job_id
  and id < (select id from signal where job_id = @job_id order by id desc offset @kept - 1 limit 1)
