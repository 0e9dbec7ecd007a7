create table if not exists run_of_long_ago partition of run default;
create table if not exists signal_of_long_ago partition of other_signal default;

create temporary table wanted as
select *, row_number() over () as place, gen_random_uuid() as id
from (values
    ('billing', 'invoice-run', 'production', '30 2 * * *', 3, 'missed: no success since 20 November, 02:30', interval '7 hours 12 minutes', 1, 0, 0, '111111111111111111111111111113'),
    ('billing', 'dunning-letters', 'production', '0 9 * * 1-5', 2, 'succeeded', interval '21 hours', 0, 0, 0, '111111111111121111111111111111'),
    ('billing', 'exchange-rates', 'production', 'every 15m', 2, 'succeeded', interval '4 minutes', 0, 0, 0, '111111111111111111111111111111'),
    ('billing', 'ledger-export', 'staging', '0 */4 * * *', 0, 'paused by ada: the ledger moves to a new host', interval '3 days', 0, 0, 0, '111111111411111111'),
    ('shop', 'order-import', 'production', 'every 1m', 3, 'failed with exit status 3', interval '9 minutes', 2, 1, 0, '111112111111111111111111122222'),
    ('shop', 'search-index', 'production', '*/20 * * * *', 1, 'running', interval '2 minutes', 0, 1, 0, '111111111111111111111111111111'),
    ('shop', 'price-feed', 'production', 'every 5m', 2, 'succeeded', interval '11 minutes', 0, 0, 1, '111111131111111111111111111111'),
    ('shop', 'abandoned-carts', 'production', '0 * * * *', 2, 'succeeded', interval '38 minutes', 0, 0, 0, '1111111111111111111111'),
    ('shop', 'thumbnail-sweep', 'staging', null, 0, 'never ran', interval '2 days', 0, 0, 0, ''),
    ('platform', 'postgres-backup', 'production', '15 1 * * *', 2, 'succeeded', interval '8 hours', 0, 0, 0, '111111111111111111111111111111'),
    ('platform', 'restore-drill', 'production', '0 6 * * 0', 3, 'overrun: running for 5 h 2 min of at most 2 h', interval '3 hours 2 minutes', 3, 1, 0, '111111111'),
    ('platform', 'certificate-renewal', 'production', '0 4 * * *', 2, 'succeeded', interval '5 hours', 0, 0, 0, '111111111111111111111111111111'),
    ('platform', 'log-rotation', 'production', '@daily', 2, 'succeeded', interval '9 hours', 0, 0, 0, '111111111111111111111111111111'),
    ('platform', 'image-prune', 'staging', '0 3 * * 6', 2, 'succeeded', interval '6 days', 0, 0, 0, '111111'),
    ('platform', 'queue-worker', 'production', 'every 30s', 1, 'running', interval '16 days', 0, 1, 0, '1'),
    ('reports', 'weekly-kpis', 'production', '0 7 * * 1', 2, 'succeeded', interval '4 days', 0, 0, 0, '1111111111111'),
    ('reports', 'warehouse-load', 'production', '0 5 * * *', 1, 'running', interval '41 minutes', 0, 1, 0, '111111111111111112111111111111'),
    ('reports', 'churn-model', 'staging', '0 1 1 * *', 0, 'unknown: signals could not be accepted from 02:10 to 02:48', interval '5 hours', 0, 0, 0, '111114'),
    ('mail', 'newsletter', 'production', '0 8 * * 2', 2, 'succeeded', interval '2 days', 0, 0, 0, '1111111111'),
    ('mail', 'bounce-collector', 'production', 'every 10m', 2, 'succeeded', interval '3 minutes', 0, 0, 0, '111111111111111111111111111111')
) as job (service, name, environment, schedule, colour, reason, ago, problem, active, late, marks);

insert into job (id, project_id, environment, service, name, slug, schedule, timezone, grace_seconds, early_seconds,
                 max_runtime_seconds, heartbeat_seconds, severity, labels, description, runbook_url, enabled, channels, created_at, updated_at)
select id, @project, environment, service, name, service || '-' || name, schedule, 'Europe/Berlin', 600, 0,
       case when problem = 3 then 7200 end, null, case when service = 'billing' then 'critical' else 'warning' end,
       case when service = 'billing' then '{"team": "finance", "tier": "1"}'::jsonb when service = 'shop' then '{"team": "shop"}' else '{}' end,
       case when name = 'invoice-run' then 'Writes and sends the invoices of the day. Customers see it when it is missing.' else '' end,
       case when name = 'invoice-run' then 'https://wiki.example.com/runbooks/invoice-run' end,
       true, null, @now - interval '90 days', @now - interval '3 days'
from wanted;

insert into job_pause (job_id, project_id, paused_at, paused_by, why, until)
select id, @project, @now - ago, 'ada', 'the ledger moves to a new host', @now + interval '2 days' from wanted where reason like 'paused%';

insert into job_state (job_id, project_id, version, armed_at, signal_count, last_signal_at, last_outcome, last_outcome_at, last_success_at,
                       missed_count, missed_since, active_count, colour, reason, since, problem, due_at, deadline_at, alarm_at, strip)
select id, @project, 1, @now - interval '90 days', length(marks) * 2, case when marks <> '' then @now - ago end, 1, @now - ago, @now - ago - interval '1 day',
       case when problem = 1 then 1 else 0 end, case when problem = 1 then @now - ago end, active, colour, reason, @now - ago, problem,
       case when late = 1 then @now - interval '4 minutes' when schedule is null or colour = 0 then null else @now + (place * interval '23 minutes') end,
       case when late = 1 then @now + interval '6 minutes' when schedule is null or colour = 0 then null else @now + (place * interval '23 minutes') + interval '10 minutes' end,
       case when late = 1 then @now + interval '6 minutes' when schedule is null or colour = 0 then null else @now + (place * interval '23 minutes') + interval '10 minutes' end,
       decode(regexp_replace(marks, '(.)', '0\1', 'g'), 'hex')
from wanted;

insert into active_run (run_id, job_id, project_id, rid, named, state, started_at, last_sign_at)
select (lpad(to_hex((extract(epoch from @now - ago) * 1000)::bigint), 12, '0') || '7000' || '8' || '7654321' || right(id::text, 8))::uuid, id, @project, case when place % 2 = 0 then gen_random_uuid()::text end, place % 2 = 0, 0, @now - ago, @now - interval '20 seconds' from wanted where active = 1;

-- Runs of one minute to three, one an hour, as the strip says.
insert into run (id, project_id, job_id, rid, state, started_at, ended_at, slot_at, exit_status, reason)
select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7000' || '8' || substr(md5(id::text || mark), 1, 7) || right(id::text, 8))::uuid,
       @project, id, null, state, case when state in (1, 2) then at - (60 + (mark * 37) % 120) * interval '1 second' end,
       case when state in (1, 2) then at end, case when schedule like '%*%' then date_trunc('hour', at) end,
       case state when 1 then 0 when 2 then 3 end,
       case state when 2 then 'exit status 3' when 3 then 'no success until the deadline' when 4 then 'signals could not be accepted' end
from (
    select id, schedule, mark, substr(marks, mark, 1)::smallint as state, @now - ago - (length(marks) - mark) * interval '1 hour' as at
    from wanted, generate_series(1, length(marks)) as mark
) as ended;

-- The last run of one job, told of over the API.
insert into run (id, project_id, job_id, rid, state, queued_at, started_at, ended_at, kill_requested_at, exit_status, reason, attempt, progress, details)
select (lpad(to_hex((extract(epoch from @now) * 1000)::bigint - 200000), 12, '0') || '7000' || '8' || '1234567' || right(id::text, 8))::uuid,
       @project, id, 'import-2026-11-20', 2, @now - interval '150 seconds', @now - interval '140 seconds', @now - interval '20 seconds',
       @now - interval '60 seconds', 3, 'failed with exit status 3', 2, 0.62, jsonb_build_object(
           'arguments', '{"book": "53", "chapter": "7"}'::jsonb,
           'resources', '[{"kind": "TaskPlan", "id": "42"}]'::jsonb,
           'labels', '{"team": "warehouse"}'::jsonb, 'host', 'worker-3', 'queue', 'imports', 'correlation_id', 'c-8841',
           'steps', '{"fetch": {"progress": 1}, "write": {"progress": 0.24}}'::jsonb,
           'errors', '[{"at": "2026-11-20T06:00:12Z", "attempt": 1, "error": "connection reset by peer"},
                       {"at": "2026-11-20T06:02:40Z", "attempt": 2, "error": {"class": "UniqueViolation", "message": "duplicate key <b>orders_pkey</b>"}}]'::jsonb,
           'attempts', '[{"attempt": 1, "started_at": "2026-11-20T06:00:02Z", "failed_at": "2026-11-20T06:00:12Z", "exit_status": 1}]'::jsonb,
           'kill', '{"who": "ada", "why": "wrong book"}'::jsonb, 'data', '{"fetched": 1204, "written": 289}'::jsonb)
from wanted where name = 'order-import';

insert into other_signal (id, project_id, job_id, run_id, kind, received_at, sent_at, exit_status, sender, rid, body_size, body)
select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7000' || '8' || substr(md5(id::text || n), 1, 15))::uuid,
       @project, id, null, kind, at, case when n = 3 then at + interval '10 minutes' end, exit_status,
       'http ' || case when body is null then 'GET' else 'POST' end || ' 10.0.4.17 curl/7.88.1', null, coalesce(length(body), 0), convert_to(body, 'UTF8')
from (
    select id, n, case n when 1 then 2 when 2 then 3 when 3 then 1 when 4 then 3 else 4 end as kind,
           @now - ago - n * interval '61 seconds' as at, case when n = 1 then 3 end as exit_status,
           case n when 1 then E'connecting to warehouse.internal\nfetched 1204 orders\nERROR duplicate key value <b>violates</b> constraint "orders_pkey"\n' || repeat(E'  at Orders.Import(row)\n', 12)
                  when 3 then E'fetched 1198 orders\nall good\n' when 5 then 'still here' end as body
    from wanted, generate_series(1, 6) as n
    where marks <> ''
) as sent;

insert into channel (id, project_id, name, kind, settings, secret, fallback, enabled, created_at, failing_since, last_error)
values (gen_random_uuid(), @project, 'on-call', 'webhook', '{"url": "https://hooks.example.com/services/T0/secret"}', 'whsec_x', false, true, @now - interval '90 days', @now - interval '26 minutes', 'hooks.example.com answered 500 (Internal Server Error)'),
       (gen_random_uuid(), @project, 'team-mail', 'email', '{"to": "platform@example.com"}', null, true, true, @now - interval '90 days', null, null);

insert into alert (id, project_id, job_id, state, class, severity, reason, missed_count, opened_at, updated_at, acknowledged_at, acknowledged_by, note)
select gen_random_uuid(), @project, id, case when name = 'restore-drill' then 'acknowledged' else 'firing' end,
       case problem when 1 then 'missed' when 2 then 'permanent' else 'overrun' end,
       case when service = 'billing' then 'critical' else 'warning' end, reason, case when problem = 1 then 1 else 0 end, @now - ago, @now - ago,
       case when name = 'restore-drill' then @now - interval '2 hours' end, case when name = 'restore-drill' then 'grace' end,
       case when name = 'restore-drill' then 'The new disk is slower. It may finish tonight.' end
from wanted where colour = 3;

insert into alert (id, project_id, job_id, state, class, severity, reason, opened_at, updated_at, resolved_at, resolved_by, resolution)
select gen_random_uuid(), @project, id, 'resolved', 'permanent', 'warning', 'failed with exit status 1', @now - ago - n * interval '31 hours',
       @now, @now - ago - n * interval '31 hours' + n * interval '17 minutes', 'success', 'it succeeded again'
from wanted, generate_series(1, 3) as n where name in ('order-import', 'warehouse-load', 'dunning-letters', 'price-feed');

insert into notification (id, project_id, channel_id, alert_id, job_id, event, content, state, created_at, due_at, attempts, delivered_at, last_status, last_error)
select gen_random_uuid(), @project, c.id, a.id, a.job_id, 'firing', '{}', case when c.kind = 'email' or a.opened_at < @now - interval '1 hour' then 'delivered' else 'pending' end,
       a.opened_at, @now + interval '3 minutes', case when c.kind = 'email' then 1 else 4 end,
       case when c.kind = 'email' or a.opened_at < @now - interval '1 hour' then a.opened_at + interval '2 seconds' end,
       case when c.kind = 'email' then null else 500 end, case when c.kind = 'email' then null else 'hooks.example.com answered 500 (Internal Server Error)' end
from alert a, channel c where a.project_id = @project and c.project_id = @project;

drop table wanted;
