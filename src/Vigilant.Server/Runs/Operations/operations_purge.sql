delete from operation where ended_at < @before
