select id from project where ping_key = @ping_key
