create table project (
    id         uuid primary key,
    name       text not null,
    ping_key   text not null constraint one_project_per_ping_key unique,
    created_at timestamptz not null
);

-- Only the hash of a key is kept.
create table api_key (
    id         uuid primary key,
    project_id uuid not null references project (id),
    name       text not null,
    hash       bytea not null constraint one_project_per_api_key unique,
    created_at timestamptz not null
);

create table sign_in_link (
    hash       bytea primary key,
    project_id uuid not null references project (id),
    expires_at timestamptz not null,
    used_at    timestamptz
);

create table session (
    hash       bytea primary key,
    project_id uuid not null references project (id),
    created_at timestamptz not null,
    expires_at timestamptz not null
);

-- What forms of the dashboard are recognised by; no project owns it, and it opens nothing by itself.
create table form_key (
    name    text primary key,
    content text not null
);
