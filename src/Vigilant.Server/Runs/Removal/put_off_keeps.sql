with absent as (
    delete from run_keep where run_id = any(@absent)
)
update run_keep set keep_until = @later where run_id = any(@held)
