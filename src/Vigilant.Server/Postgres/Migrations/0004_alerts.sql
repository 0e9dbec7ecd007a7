-- The lock that keeps firing and resolving of one job in one hand; made with the job's first verdict.
create table alert_subject (
    job_id       uuid primary key,
    project_id   uuid not null,
    -- Its verdicts could not be evaluated and are left alone until then.
    parked_until timestamptz,
    failures     int not null default 0,
    failure      text
);

create index verdicts_of_a_job on verdict (job_id, id);

create table alert (
    id              uuid primary key,
    project_id      uuid not null,
    job_id          uuid not null,
    state           text not null constraint alert_states check (state in ('firing', 'acknowledged', 'resolved')),
    class           text not null,
    severity        text not null constraint alert_severities check (severity in ('info', 'warning', 'critical', 'fatal')),
    reason          text not null,
    missed_count    int not null default 0,
    run_id          uuid,
    signal_id       uuid,
    unconfirmed     boolean not null default false,
    opened_at       timestamptz not null,
    updated_at      timestamptz not null,
    acknowledged_at timestamptz,
    acknowledged_by text,
    note            text,
    resolved_at     timestamptz,
    resolved_by     text,
    resolution      text,
    constraint resolved_alerts_have_an_end check ((state = 'resolved') = (resolved_at is not null))
);

create unique index one_open_alert_per_job on alert (job_id) where state <> 'resolved';
create index alerts_to_list on alert (project_id, opened_at desc, id desc);
create index open_alerts on alert (project_id, opened_at desc, id desc) where state <> 'resolved';
create index alerts_of_a_job on alert (job_id, opened_at desc);
