insert into gap (from_at, until_at, reason) values (@from, @until, @reason)
