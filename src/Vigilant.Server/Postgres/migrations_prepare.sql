-- Two nodes that start at once take turns; the lock goes with the transaction.
select pg_advisory_xact_lock(7310210501);
create table if not exists migration (
    name       text primary key,
    checksum   text not null,
    applied_at timestamptz not null default now()
);
