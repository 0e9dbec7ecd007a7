-- What is done to many runs: those of a filter or of a list of ids that were made before it.
create table operation (
    id              uuid primary key,
    project_id      uuid not null,
    action          smallint not null,
    -- One of the two: names and lists of values as GET /v1/runs takes them, or runs.
    filter          jsonb,
    ids             uuid[],
    labels          jsonb,
    who             text,
    why             text,
    state           smallint not null default 0,
    created_at      timestamptz not null,
    started_at      timestamptz,
    ended_at        timestamptz,
    error           text,
    -- Found so far; it is all of them once everything was looked for.
    matched         bigint not null default 0,
    all_found       boolean not null default false,
    done            bigint not null default 0,
    changed         bigint not null default 0,
    skipped         jsonb not null default '{}',
    -- The page of runs that is being worked through, by their ids, and the last run of it that is done: job by job.
    page_after      uuid not null default '00000000-0000-0000-0000-000000000000',
    page_until      uuid,
    done_job        uuid not null default '00000000-0000-0000-0000-000000000000',
    done_run        uuid not null default '00000000-0000-0000-0000-000000000000',
    -- Who works on it, and how often somebody took it without getting further.
    due_at          timestamptz not null,
    claimed_until   timestamptz,
    fence           bigint not null default 0,
    tries           int not null default 0,
    constraint it_is_about_a_filter_or_ids check ((filter is null) <> (ids is null))
) with (fillfactor = 70);

create index operations_to_do on operation (due_at) where ended_at is null;
create index operations_of_a_project on operation (project_id, id);

-- Who changed what.
create table audit (
    id         uuid primary key,
    project_id uuid not null,
    at         timestamptz not null,
    who        text,
    why        text,
    action     text not null,
    -- What it was done to: an operation, for one.
    subject    text not null,
    subject_id uuid not null,
    details    jsonb,
    -- How many were changed; null while it goes on.
    changed    bigint
);

create index audit_of_a_project on audit (project_id, id);
create index audit_of_a_subject on audit (subject_id);

-- Runs that wait to be killed are looked for by their workers, again and again.
create index active_runs_to_kill on active_run (project_id, run_id) where kill_requested_at is not null;

-- A run that somebody asked to be killed says so in its details, too, whoever asked: by them it is found when it has ended.
update active_run set details = merge_details(details, '{"kill": {}}')
where kill_requested_at is not null and not coalesce(details ? 'kill', false);

create or replace function marks_of(details jsonb) returns int[] language sql immutable parallel safe as $$
    select array_agg(hashtext(mark))
    from (
        select 'resource ' || (one ->> 'kind') || ' ' || (one ->> 'id') as mark from jsonb_array_elements(details -> 'resources') as one
        union all
        select 'argument ' || key || ' ' || value from jsonb_each_text(details -> 'arguments')
        union all
        select 'label ' || key || ' ' || value from jsonb_each_text(details -> 'labels')
        union all
        select name || ' ' || (details ->> name)
        from unnest(array['provider_id', 'correlation_id', 'host', 'queue', 'runner', 'trace_id', 'parent_id', 'retry_of']) as name
        where details ? name
        union all
        select 'kill_requested' where details ? 'kill'
        union all
        select 'retry_requested' where details @> '{"retry_requested": {"answered": false}}'
    ) as marks
$$;
