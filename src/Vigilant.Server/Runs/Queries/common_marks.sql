select mark.number, sum(mark.part * week.runs) / (
    select sum(greatest(reltuples, 1))
    from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = 'run'::regclass)
from (
    select relname, relnamespace, greatest(reltuples, 1)::float8 as runs
    from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = 'run'::regclass
) as week
join pg_namespace on pg_namespace.oid = week.relnamespace
join pg_stats on schemaname = nspname and tablename = week.relname and attname = 'marks'
cross join lateral unnest(most_common_elems::text::int[], most_common_elem_freqs) as mark (number, part)
where mark.number is not null
group by mark.number
