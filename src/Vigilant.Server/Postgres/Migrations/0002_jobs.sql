create table job (
    id                  uuid primary key,
    project_id          uuid not null references project (id),
    environment         text not null,
    service             text not null,
    name                text not null,
    slug                text not null,
    schedule            text,
    timezone            text not null,
    grace_seconds       int not null,
    early_seconds       int not null,
    max_runtime_seconds int,
    heartbeat_seconds   int,
    severity            text not null,
    labels              jsonb not null,
    description         text not null,
    runbook_url         text,
    enabled             boolean not null,
    channels            text[],
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    constraint one_job_per_name unique (project_id, environment, service, name),
    constraint one_job_per_slug unique (project_id, slug)
);

-- The id of a run ends like the id of its job.
create index jobs_by_end_of_id on job (right(id::text, 8));

create index jobs_to_list on job (project_id, service, name, id);

-- Who stopped the expectation of a job, why, and until when (null: until somebody resumes it).
create table job_pause (
    job_id    uuid primary key references job (id) on delete cascade,
    project_id uuid not null,
    paused_at timestamptz not null,
    paused_by text not null,
    why       text not null,
    until     timestamptz
);

create index pauses_that_end on job_pause (until) where until is not null;

-- Rises whenever a slug of the project came to mean another job or none: nodes that remember slugs read it.
create table slug_change (
    project_id uuid primary key references project (id),
    version    bigint not null
);
