create table channel (
    id            uuid primary key,
    project_id    uuid not null references project (id),
    name          text not null,
    kind          text not null,
    settings      jsonb not null,
    secret        text,
    fallback      boolean not null default false,
    enabled       boolean not null default true,
    created_at    timestamptz not null,
    failing_since timestamptz,
    last_error    text,
    disabled_why  text,
    -- How many tries in a row found nobody, and until when it is left alone for that.
    failures      int not null default 0,
    rest_until    timestamptz,
    constraint one_channel_per_name unique (project_id, name)
);

-- What to tell, to whom, when: Alerts inserts, Notifications delivers. The id is the webhook-id and never changes.
create table notification (
    id             uuid primary key,
    project_id     uuid not null,
    channel_id     uuid not null,
    alert_id       uuid,
    job_id         uuid,
    event          text not null constraint notification_events check (event in ('firing', 'resolved', 'test', 'undelivered')),
    content        jsonb not null,
    state          text not null default 'pending'
                   constraint notification_states check (state in ('pending', 'delivered', 'given_up')),
    created_at     timestamptz not null,
    due_at         timestamptz not null,
    attempts       int not null default 0,
    claimed_until  timestamptz,
    fence          bigint not null default 0,
    delivered_at   timestamptz,
    last_status    int,
    last_error     text
);

create index notifications_to_deliver on notification (channel_id, due_at) where state = 'pending';
create index notifications_of_an_alert on notification (alert_id, channel_id, created_at);
create index notifications_to_list on notification (project_id, created_at desc, id desc);
create index pending_notifications_by_age on notification (created_at) where state = 'pending';
