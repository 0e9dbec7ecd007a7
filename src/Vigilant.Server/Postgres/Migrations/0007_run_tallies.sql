-- What was counted of a job's runs since it was last put down: on the row that every signal writes anyway.
alter table job_state add column tally bytea not null default '';

-- Full tallies, and those of removed runs: an inbox, which a pass adds up into the table below.
create table run_tally (
    id         bigint generated always as identity primary key,
    project_id uuid not null,
    job_id     uuid not null,
    tally      bytea not null
);

create index run_tallies_of_a_job on run_tally (job_id);
create index run_tallies_of_a_project on run_tally (project_id);

-- How many runs there are by the hour and day of their making, and how many ended by the hour and day of their end: of each job, and of
-- each project. What ended stays when the runs are removed.
create table run_rollup (
    subject    uuid not null,       -- a job or a project
    grain      smallint not null,   -- 0: an hour, 1: a day
    at         timestamptz not null,
    state      smallint not null,
    kept       bigint not null,
    ended      bigint not null,
    lengths    bytea not null default '',
    primary key (subject, grain, at, state)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);

-- Whole hours from 1970 to the minting of an id.
create function hour_of(id uuid) returns int language sql immutable parallel safe as $$
    select (('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint / 3600000)::int
$$;

-- Runs that are there already are counted; how long they took is not.
insert into run_rollup (subject, grain, at, state, kept, ended)
select counted.subject, grain, date_trunc(case grain when 0 then 'hour' else 'day' end, counted.at, 'UTC'), counted.state,
    sum(counted.kept), sum(counted.ended)
from (
    select job_id, project_id, to_timestamp(hour_of(id) * 3600::bigint) as at, state,
        1 as kept, 0 as ended
    from run
    union all
    select job_id, project_id, coalesce(ended_at, to_timestamp(0)), state, 0, 1 from run
) told
cross join lateral (values (told.job_id), (told.project_id)) as each (subject)
cross join lateral (select each.subject, told.at, told.state, told.kept, told.ended) counted
cross join (values (0::smallint), (1::smallint)) as grains (grain)
group by 1, 2, 3, 4;

-- How many runs of a job are in progress is asked with their state.
drop index active_runs_of_a_job;
create index active_runs_of_a_job on active_run (job_id, state, run_id);
