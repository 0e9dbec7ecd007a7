-- Both ways: the newer run says what it tries anew, the older which run does; and whoever asked for that has his answer.
retried as (
    update run r set details = d.details, marks = marks_of(d.details)
    from unnest(@retried_id, @retried_job, @retried_by) as x (id, job_id, by_run)
    cross join lateral (
        select merge_details(old.details, jsonb_build_object('retried_by', x.by_run)) || case
            when old.details ? 'retry_requested' then jsonb_build_object(
                'retry_requested', (old.details -> 'retry_requested') || jsonb_build_object('answered', true, 'answered_by', x.by_run))
            else '{}' end as details
        from run old
        where old.job_id = x.job_id and old.id = x.id
        limit 1
    ) d
    where (x.job_id in (select k.job_id from kept k)) is true and r.job_id = x.job_id and r.id = x.id
)
