select id from project order by created_at, id limit 1
