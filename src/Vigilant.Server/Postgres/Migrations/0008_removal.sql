-- A removed run's key outlives it, so that what comes late makes no new run of it.
alter table run_key add removed_at timestamptz;
drop index run_keys_by_end;
create index run_keys_by_age on run_key (greatest(ended_at, removed_at));

-- Runs that nothing but a person's word removes.
create table run_pin (
    run_id     uuid primary key,
    job_id     uuid not null,
    project_id uuid not null,
    pinned_at  timestamptz not null,
    pinned_by  text,
    why        text
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
