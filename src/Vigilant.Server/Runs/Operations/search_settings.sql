-- No snapshot is older than this.
select set_config('statement_timeout', '10s', true)
