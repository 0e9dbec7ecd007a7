-- Distinct values by leaping from one to the next through an index, so that many jobs cost no more than many services.
with recursive
service (name) as (
    (select service from job where project_id = @project order by service limit 1)
    union all
    select (select j.service from job j where j.project_id = @project and j.service > service.name order by j.service limit 1)
    from service where service.name is not null
),
environment (name) as (
    (select environment from job where project_id = @project order by environment limit 1)
    union all
    select (select j.environment from job j where j.project_id = @project and j.environment > environment.name order by j.environment limit 1)
    from environment where environment.name is not null
)
select array(select name from service where name is not null limit 500),
       array(select name from environment where name is not null limit 100),
       (select ping_key from project where id = @project)
