create table if not exists run_of_all_times partition of run for values from (minvalue) to (maxvalue);
create table if not exists signal_of_all_times partition of signal for values from (minvalue) to (maxvalue);

create temporary table wanted on commit drop as
select *, row_number() over () as n, gen_random_uuid() as id
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
    ('platform', 'restore-drill', 'production', '0 6 * * 0', 3, 'overrun: running for 5 h 2 min of at most 2 h', interval '3 hours 2 minutes', 3, 1, 0, '1111111115'),
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
       case when late = 1 then @now - interval '4 minutes' when schedule is null or colour = 0 then null else @now + (n * interval '23 minutes') end,
       case when late = 1 then @now + interval '6 minutes' when schedule is null or colour = 0 then null else @now + (n * interval '23 minutes') + interval '10 minutes' end,
       case when late = 1 then @now + interval '6 minutes' when schedule is null or colour = 0 then null else @now + (n * interval '23 minutes') + interval '10 minutes' end,
       decode(regexp_replace(marks, '(.)', '0\1', 'g'), 'hex')
from wanted;

insert into active_run (run_id, job_id, project_id, rid, started_at, last_sign_at)
select gen_random_uuid(), id, @project, case when n % 2 = 0 then gen_random_uuid()::text end, @now - ago, @now - interval '20 seconds' from wanted where active = 1;
