-- A lease: every node lives by the database's clock. What was accepted before this beat is read as it was.
with before as (
    select
        max(accepted_until) as accepted_until,
        min(applied_until) filter (
            where id <> @id and left_at is null and beat_at > clock_timestamp() - interval '3 seconds') as others_until,
        coalesce(bool_or(
            id <> @id and left_at is null
            and beat_at between clock_timestamp() - interval '60 seconds' and clock_timestamp() - interval '3 seconds'),
            false) as someone_is_lost
    from node
),
mine as (
    insert into node (id, name, started_at, beat_at, applied_until, accepted_until)
    values (@id, @name, @started_at, clock_timestamp(), @applied_until, @accepted_until)
    on conflict (id) do update
        set beat_at = excluded.beat_at, applied_until = excluded.applied_until, accepted_until = excluded.accepted_until
)
select accepted_until, others_until, someone_is_lost, clock_timestamp() as database_time from before
