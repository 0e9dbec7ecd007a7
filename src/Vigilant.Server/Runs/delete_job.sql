with
    counted as (
        insert into run_tally (project_id, job_id, tally)
        select project_id, job_id, tally from job_state where job_id = @job_id and tally <> ''
    ),
    runs as (delete from active_run where job_id = @job_id),
    keys as (delete from run_key where job_id = @job_id),
    pins as (delete from run_pin where job_id = @job_id),
    keeps as (delete from run_keep where job_id = @job_id),
    purges as (delete from run_purge where job_id = @job_id),
    slots as (delete from slot where job_id = @job_id),
    signals as (delete from other_signal where job_id = @job_id),
    rows as (delete from run where job_id = @job_id)
delete from job_state where job_id = @job_id
