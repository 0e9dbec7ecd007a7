-- Some thousand runs of a few jobs over two days, told of over the API: arguments, hosts, errors that say alike, some still in progress.
create temporary table told as
select row_number() over (order by n) as place, n, job.id as job_id, job.name,
       @now - (n * interval '57 seconds') - interval '3 minutes' as made,
       ('x' || substr(md5(n::text), 1, 6))::bit(24)::int as luck
from generate_series(1, 3000) as n
join (select id, name, row_number() over (order by service, name) - 1 as place from job
      where project_id = @project and environment = 'production' and name in ('invoice-run', 'exchange-rates', 'order-import', 'search-index', 'price-feed', 'warehouse-load', 'newsletter', 'queue-worker')) as job
  on job.place = ('x' || substr(md5('job' || n), 1, 6))::bit(24)::int % 8;

insert into run (id, project_id, job_id, rid, state, queued_at, started_at, ended_at, exit_status, reason, attempt, progress, details, marks)
select id, @project, job_id, name || '-' || n, state, made, made + waited, made + waited + took, null,
       case state when 2 then 'failed' when 7 then 'killed' when 8 then 'timed out' end, case when luck % 19 = 0 then 2 end, null, details, marks_of(details)
from (
    select *, jsonb_build_object(
        'host', 'worker-' || luck % 5, 'queue', case when name = 'newsletter' then 'mail' else 'default' end,
        'arguments', case name when 'order-import' then jsonb_build_object('shop', (array['berlin', 'lyon', 'turin'])[1 + luck % 3], 'batch', (n % 400)::text)
                               when 'invoice-run' then jsonb_build_object('customer', (10000 + luck % 900)::text, 'month', '2026-11')
                               else jsonb_build_object('part', (n % 16)::text) end)
        || case when name in ('order-import', 'invoice-run') then jsonb_build_object('resources', jsonb_build_array(jsonb_build_object('kind', 'Customer', 'id', (luck % 40)::text))) else '{}' end
        || case when state = 2 then jsonb_build_object('errors', jsonb_build_array(jsonb_build_object('at', made, 'attempt', 1, 'error',
            (array[to_jsonb(format('timeout after %s ms waiting for 10.0.4.%s:5432', 3000 + luck % 900, luck % 250)),
                   jsonb_build_object('class', 'UniqueViolation', 'message', format('duplicate key value "%s" violates constraint "orders_pkey"', luck)),
                   to_jsonb(format('HTTP 503 from https://rates.example.com/v2/daily?day=%s', n)),
                   to_jsonb(format(E'KeyError: ''sku-%s''\n  File "import.py", line 214, in load\n  File "import.py", line 88, in row', luck))])[1 + luck % 4])))
           else '{}' end as details,
        (lpad(to_hex((extract(epoch from made) * 1000)::bigint), 12, '0') || '7000' || '8' || substr(md5(n::text || name), 1, 7) || right(job_id::text, 8))::uuid as id
    from (
        select *, case when luck % 100 < 88 then 1 when luck % 100 < 96 then 2 when luck % 100 < 98 then 7 else 8 end as state,
               interval '1 second' * (luck % 40) as waited,
               interval '1 second' * (case name when 'warehouse-load' then 900 when 'invoice-run' then 240 else 12 end + luck % 90) as took
        from told
    ) as outcome
) as ended
on conflict do nothing;

insert into active_run (run_id, job_id, project_id, rid, named, state, queued_at, started_at, last_sign_at, progress, details)
select (lpad(to_hex((extract(epoch from made) * 1000)::bigint), 12, '0') || '7000' || '8' || substr(md5(place::text), 1, 7) || right(job_id::text, 8))::uuid,
       job_id, @project, 'now-' || place, true, case when place % 3 = 0 then 0 else 6 end, made, case when place % 3 = 0 then made + interval '20 seconds' end, @now,
       case when place % 3 = 0 then 0.1 * (place % 9) end,
       jsonb_build_object('host', 'worker-' || place % 5, 'arguments', jsonb_build_object('part', place::text))
from (select place, job_id, @now - place * interval '40 seconds' as made from told where place <= 24) as going;

-- What the writer would have counted.
delete from run_rollup;
insert into run_rollup (subject, grain, at, state, kept, ended)
select subject, grain, date_trunc(case grain when 0 then 'hour' else 'day' end, to_timestamp(hour_of(r.id) * 3600::bigint), 'UTC') as at, state, count(*), count(*)
from run r, lateral (values (r.job_id), (r.project_id)) as subjects (subject), (values (0::smallint), (1::smallint)) as grains (grain)
group by 1, 2, 3, 4;
