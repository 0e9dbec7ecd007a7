select c.relname
from pg_inherits i
join pg_class c on c.oid = i.inhrelid
where i.inhparent = @parent::regclass and c.relname ~ '_[0-9]{8}$'
order by c.relname
