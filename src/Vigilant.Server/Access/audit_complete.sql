update audit set changed = @changed where subject_id = @subject_id
