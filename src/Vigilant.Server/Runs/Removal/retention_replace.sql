-- What is removed next is found out anew for every job of the project.
with given as (
    insert into retention (project_id, service, rules)
    select @project, x.service, x.rules
    from unnest(@services, @rules) as x (service, rules)
    on conflict (project_id, service) do update set rules = excluded.rules
),
gone as (
    delete from retention where project_id = @project and service <> all (@services)
)
update run_purge set due_at = @now where project_id = @project
