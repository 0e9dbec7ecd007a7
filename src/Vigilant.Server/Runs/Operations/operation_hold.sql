-- Nobody else may have taken or cancelled it meanwhile, and nobody can until this transaction ends.
select 1 from operation where id = @id and fence = @fence and ended_at is null for no key update
