-- Compiling a statement over ten weeks of runs takes twenty times as long as answering it. Only the owner of the database may say so;
-- of another's, docs/operating.md asks for it.
do $$
begin
    execute format('alter database %I set jit = off', current_database());
exception when insufficient_privilege then
    raise notice 'jit stays on';
end
$$;
