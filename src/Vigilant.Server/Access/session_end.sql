delete from session where hash = @hash
