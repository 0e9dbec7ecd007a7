insert into run_rollup (subject, grain, at, state, kept, ended, lengths)
select
    unnest(@subjects), unnest(@grains), unnest(@ats), unnest(@states), unnest(@kept), unnest(@ended), unnest(@lengths)
on conflict (subject, grain, at, state) do update set kept = excluded.kept, ended = excluded.ended, lengths = excluded.lengths
