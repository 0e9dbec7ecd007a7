-- A removed run's key outlives it, so that what comes late makes no new run of it.
alter table run_key add removed_at timestamptz;
drop index run_keys_by_end;
create index run_keys_by_age on run_key (greatest(ended_at, removed_at));

-- Runs that somebody wants to stay, whatever is said of how long runs are kept.
create table run_pin (
    run_id     uuid primary key,
    job_id     uuid not null,
    project_id uuid not null,
    pinned_at  timestamptz not null,
    pinned_by  text not null,
    why        text not null
);

create index pins_of_a_job on run_pin (job_id);

-- A lock that was waited for shows no table that came meanwhile: names are looked up in a cache that does not notice. So whoever
-- comes second is told by the table itself.
create or replace function keep_partition(parent text, partition text, lowest uuid, highest uuid) returns void language plpgsql as $$
begin
    if to_regclass(partition) is null then
        perform pg_advisory_xact_lock(7310210502);
        execute format('create table %I partition of %I for values from (%L) to (%L)', partition, parent, lowest, highest);
    end if;
exception when duplicate_table then
    null;
end
$$;

-- What a job keeps of its runs: a row of each (full), of those that did not succeed (failures), or of none.
alter table job add tracking smallint not null default 0;
-- A run may differ from its job.
alter table active_run add tracking smallint;

-- How long runs are kept, by state: "2d", "forever". A job's own word goes before that of its service, that before its project's.
alter table job add retention jsonb;
create index jobs_with_retention on job (id) where retention is not null;

create table retention (
    project_id uuid not null,
    service    text not null,
    rules      jsonb not null,
    primary key (project_id, service)
);

-- Runs that said themselves how long they are kept; null: until somebody removes them.
create table run_keep (
    run_id     uuid primary key,
    job_id     uuid not null,
    project_id uuid not null,
    keep_until timestamptz
);

create index keeps_of_a_job on run_keep (job_id);
create index keeps_by_end on run_keep (keep_until) where keep_until is not null;

-- When a job's runs are looked at next for those that have expired, and until when all of a state have been removed.
create table run_purge (
    job_id     uuid primary key,
    project_id uuid not null,
    due_at     timestamptz not null,
    anew_at    timestamptz not null,
    purged     jsonb not null default '{}'
);

create index purges_by_time on run_purge (due_at);

insert into run_purge (job_id, project_id, due_at, anew_at)
select id, project_id, created_at, created_at from job;

-- Waits for nobody: while somebody reads the table, the next round tries again. What is decided behind this lock stays true.
create function lock_partition(partition text) returns void language plpgsql as $$
begin
    perform set_config('lock_timeout', '200ms', true);
    execute format('lock table %I in access exclusive mode', partition);
end
$$;
