-- One row a job: what the rules folded out of its signals, and the only lock for its runs, slots and deadlines.
create table job_state (
    job_id          uuid primary key,
    project_id      uuid not null,
    version         bigint not null,
    armed_at        timestamptz,
    signal_count    bigint not null default 0,
    last_signal_at  timestamptz,
    last_outcome    smallint not null default 0,
    last_outcome_at timestamptz,
    last_success_at timestamptz,
    missed_count    int not null default 0,
    missed_since    timestamptz,
    slots_until     timestamptz,
    active_count    int not null default 0,
    colour          smallint not null default 0,
    reason          text not null default 'never ran',
    since           timestamptz not null,
    problem         smallint not null default 0,
    due_at          timestamptz,
    deadline_at     timestamptz,
    alarm_at        timestamptz,
    strip           bytea not null default '',
    constraint alarm_is_never_after_the_deadline check (deadline_at is null or (alarm_at is not null and alarm_at <= deadline_at))
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);

create index jobs_to_judge on job_state (alarm_at) where alarm_at is not null;
create index jobs_by_colour on job_state (project_id, colour, job_id);

-- Runs in progress. A run moves to the table below when it ends, and is not changed there.
create table active_run (
    run_id            uuid primary key,
    job_id            uuid not null,
    project_id        uuid not null,
    rid               text,
    state             smallint not null,
    queued_at         timestamptz,
    started_at        timestamptz,
    kill_requested_at timestamptz,
    last_sign_at      timestamptz not null,
    mark              smallint not null default 0,
    attempt           smallint not null default 1,
    -- Its signals name it; at most one run of a job is not named.
    named             boolean not null default false,
    progress          real,
    details           jsonb
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);

create index active_runs_of_a_job on active_run (job_id, run_id);
create index active_runs_by_state on active_run (project_id, state, run_id);

-- Runs that have ended, and those that never came. Its id says when a run was made, and ends like its job's.
create table run (
    id                uuid not null,
    project_id        uuid not null,
    job_id            uuid not null,
    rid               text,
    state             smallint not null,
    queued_at         timestamptz,
    started_at        timestamptz,
    ended_at          timestamptz,
    kill_requested_at timestamptz,
    slot_at           timestamptz,
    exit_status       smallint,
    reason            text,
    attempt           smallint,
    progress          real,
    details           jsonb,
    -- What it can be found by, each as a number: resources, arguments, labels, the ids that others gave it.
    marks             int[],
    -- Of a run whose only signal was its end, that signal: a ping is one row. Without a body_size the run was told otherwise.
    sent_at     timestamptz,
    sender      text,
    body_size   int,
    body        bytea,
    primary key (job_id, id) include (state)
) partition by range (id);

create index runs_by_state on run (state, id);
create index runs_by_mark on run using gin (marks);

-- Which run a sender's own run id stands for: a late start never opens an ended run again.
create table run_key (
    job_id     uuid not null,
    rid        text not null,
    run_id     uuid not null,
    project_id uuid not null,
    ended_at   timestamptz not null,
    state      smallint not null,
    primary key (job_id, rid)
);

create table slot (
    project_id   uuid not null,
    job_id       uuid not null,
    nominal_time timestamptz not null,
    state        smallint not null,
    run_id       uuid,
    decided_at   timestamptz not null,
    reason       text,
    primary key (job_id, nominal_time)
);

create index runs_with_a_body on run (job_id, id) where body is not null;

-- The signals that are no run by themselves: starts, logs, heartbeats, the ends of what had started, repeats.
create table other_signal (
    id          uuid not null,
    project_id  uuid not null,
    job_id      uuid not null,
    run_id      uuid,
    kind        smallint not null,
    received_at timestamptz not null,
    sent_at     timestamptz,
    exit_status smallint,
    sender      text,
    rid         text,
    body_size   int not null default 0,
    body        bytea,
    primary key (job_id, id)
) partition by range (id);

-- Every signal. The states of a run that has ended are numbered like the signals that end it.
create view signal as
    select id, project_id, job_id, run_id, kind, received_at, sent_at, exit_status, sender, rid, body_size, body
    from other_signal
    union all
    select id, project_id, job_id, id, state, ended_at, sent_at, exit_status, sender, rid, body_size, body
    from run
    where body_size is not null;

-- The inbox of Alerts: Runs inserts, Alerts deletes.
create table verdict (
    id           bigint generated always as identity primary key,
    project_id   uuid not null,
    job_id       uuid not null,
    at           timestamptz not null,
    decided_at   timestamptz not null,
    colour       smallint not null,
    problem      smallint not null,
    reason       text not null,
    missed_count int not null default 0,
    run_id       uuid,
    signal_id    uuid,
    unconfirmed  boolean not null default false
);

create table node (
    id            uuid primary key,
    name          text not null,
    started_at    timestamptz not null,
    beat_at       timestamptz not null,
    applied_until timestamptz not null,
    accepted_until timestamptz not null,
    left_at       timestamptz
);

-- A time in which signals could not be accepted.
create table gap (
    id      bigint generated always as identity primary key,
    from_at timestamptz not null,
    until_at timestamptz not null,
    reason  text not null,
    constraint gaps_have_a_length check (from_at < until_at)
);

create index gaps_by_end on gap (until_at);

-- Statements that make tables take no parameters, so a function puts them together.
create function keep_partition(parent text, partition text, lowest uuid, highest uuid) returns void language plpgsql as $$
begin
    if to_regclass(partition) is null then
        perform pg_advisory_xact_lock(7310210502);
        if to_regclass(partition) is null then
            execute format('create table %I partition of %I for values from (%L) to (%L)', partition, parent, lowest, highest);
        end if;
    end if;
end
$$;

-- Waits for nobody: while somebody reads the table, the next round tries again.
create function drop_partition(parent text, partition text) returns void language plpgsql as $$
begin
    perform set_config('lock_timeout', '200ms', true);
    execute format('alter table %I detach partition %I', parent, partition);
    execute format('drop table %I', partition);
end
$$;

create index run_keys_by_end on run_key (ended_at);

-- What is new of a run's details takes the place of what was, except what only grows: errors and attempts; and steps, each by its name.
create function merge_details(before jsonb, more jsonb) returns jsonb language sql immutable parallel safe as $$
    select case
        when before is null then more
        when more is null then before
        else before || more
            || case when before ? 'errors' and more ? 'errors'
                then jsonb_build_object('errors', (before -> 'errors') || (more -> 'errors')) else '{}' end
            || case when before ? 'attempts' and more ? 'attempts'
                then jsonb_build_object('attempts', (before -> 'attempts') || (more -> 'attempts')) else '{}' end
            || case when before ? 'steps' and more ? 'steps'
                then jsonb_build_object('steps', (before -> 'steps') || (more -> 'steps')) else '{}' end
    end
$$;

-- A number stands for a text, and a text may share its number with another: who looks by numbers looks at the details too.
create function marks_of(details jsonb) returns int[] language sql immutable parallel safe as $$
    select array_agg(hashtext(mark))
    from (
        select 'resource ' || (one ->> 'kind') || ' ' || (one ->> 'id') as mark from jsonb_array_elements(details -> 'resources') as one
        union all
        select 'argument ' || key || ' ' || value from jsonb_each_text(details -> 'arguments')
        union all
        select 'label ' || key || ' ' || value from jsonb_each_text(details -> 'labels')
        union all
        select name || ' ' || (details ->> name)
        from unnest(array['provider_id', 'correlation_id', 'host', 'queue', 'runner', 'trace_id', 'parent_id']) as name
        where details ? name
    ) as marks
$$;

-- Every run, in progress or over.
create view any_run as
    select run_id as id, project_id, job_id, rid, state, queued_at, started_at, null::timestamptz as ended_at, kill_requested_at,
        null::timestamptz as slot_at, null::smallint as exit_status, null::text as reason, attempt, progress, details,
        marks_of(details) as marks
    from active_run
    union all
    select id, project_id, job_id, rid, state, queued_at, started_at, ended_at, kill_requested_at, slot_at, exit_status, reason, attempt,
        progress, details, marks
    from run;
